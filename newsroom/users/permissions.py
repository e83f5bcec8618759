"""Wagtail's question who may do what, answered by language for everything that has one and is no page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from newsroom.languages import LANGUAGES
from newsroom.users.rights import languages_where, may_in
from newsroom.users.roles import Action

User = AbstractUser | AnonymousUser


class LanguagePolicy(ModelPermissionPolicy):
    """Rights on rows by the language that each of them has; Django's model permissions play no part.

    `field` is the lookup of the language's code from the model; `actions` says what Wagtail's words for actions
    ("add", "change", "delete", "view") need of a person in that language.
    """

    def __init__(self, model: type[Model], field: str, actions: Mapping[str, Action]) -> None:
        super().__init__(model)
        self.field, self.actions = field, actions

    def user_has_permission(self, user: User, action: str) -> bool:
        """Whether they may do this in any language."""
        return bool(self.languages(user, [action]))

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        """Whether they may do any of this in any language."""
        return bool(self.languages(user, actions))

    def user_has_permission_for_instance(self, user: User, action: str, instance: Any) -> bool:
        """Whether they may do this to this row."""
        needed = self.actions.get(action)
        return needed is not None and may_in(user, needed, self.language_of(instance))

    def user_has_any_permission_for_instance(self, user: User, actions: Iterable[str], instance: Any) -> bool:
        """Whether they may do any of this to this row."""
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: User, actions: Iterable[str]) -> QuerySet[Any]:
        """The rows to which they may do any of this."""
        rows = self.model._default_manager.all()
        codes = self.languages(user, actions)
        return rows if codes >= set(LANGUAGES) else rows.filter(**{f"{self.field}__in": sorted(codes)})

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Active people who may do any of this in some language."""
        people = get_user_model()._default_manager.filter(is_active=True)
        return people.filter(pk__in=[person.pk for person in people if self.user_has_any_permission(person, actions)])

    def languages(self, user: User, actions: Iterable[str]) -> set[str]:
        """The codes of the languages in which they may do any of this."""
        found: set[str] = set()
        for action in actions:
            needed = self.actions.get(action)
            if needed is not None:
                found |= languages_where(user, needed)
        return found

    def language_of(self, instance: Any) -> str:
        """The code of the language that a row has."""
        value = instance
        for name in self.field.split("__"):
            value = getattr(value, name)
        return str(value)


class OnlyOwnLanguages:
    """For forms of something with a language: offers, and accepts, only languages in which one may do this."""

    language_field = "language"

    def limit_languages(self, codes: Iterable[str]) -> None:
        """Holds the field to these languages; a forged value is refused as no choice at all."""
        allowed = set(codes)
        field = self.fields[self.language_field]  # type: ignore[attr-defined]  # the form it is mixed into has it
        field.choices = [(code, label) for code, label in field.choices if not code or code in allowed]
