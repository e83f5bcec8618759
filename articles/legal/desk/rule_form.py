"""The form of a rule for people who are not engineers: where, for whom, about what, from when until when, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.models import Page

from articles.legal.drafting import DraftIsRefused, draft_rule
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.surfaces import surfaces
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region
from newsroom.text import clean_line, clean_text
from newsroom.users.models import User

PAGES = {ScopeKind.SECTION: ("section", "articles.SectionPage"), ScopeKind.STORY: ("story", "articles.ArticlePage")}
"""The field of each kind of page, and the model of the page."""
UNKNOWN = [
    ("True", _("Yes: withheld from readers whose country is unknown too")),
    ("False", _("No: readers whose country is unknown can read it")),
]


class PageChooser(AdminPageChooser):
    """The admin's chooser, which fails on a value that is no number; this one shows none chosen."""

    def get_instance(self, value: Any) -> Page | None:
        """The chosen page, if there is one."""
        try:
            page: Page | None = super().get_instance(value)
        except (ValueError, TypeError, OverflowError):
            return None
        return page


def page_field(model: str, **options: Any) -> forms.ModelChoiceField:
    """A field that chooses a page of a model in the admin's own chooser."""
    pages = apps.get_model(model)._default_manager.all()
    return forms.ModelChoiceField(pages, widget=PageChooser(target_models=[model]), **options)


def unknown_field() -> forms.TypedChoiceField:
    """The question that has no answer by itself."""
    return forms.TypedChoiceField(
        label=_("And readers whose country is unknown?"),
        choices=UNKNOWN,
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Readers over Tor are of unknown country, and all readers are while the source of places fails."),
    )


class RuleForm(forms.Form):
    """Asks for everything that a rule says."""

    region = forms.ModelChoiceField(
        Region.objects.order_by("name"),
        label=_("Where: readers in"),
        help_text=_("The rule keeps the places that the region has now; when the region changes, the desk says so."),
    )
    scope_kind = forms.ChoiceField(
        label=_("About"), choices=ScopeKind.choices, widget=forms.RadioSelect, initial=ScopeKind.SITE
    )
    tag = forms.CharField(label=_("Tag"), max_length=100, required=False, help_text=_("Only for stories with a tag."))
    languages = forms.MultipleChoiceField(
        label=_("For readers who read"),
        choices=[(row.code, row.name) for row in LANGUAGES.values()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen means all languages."),
    )
    surfaces = forms.MultipleChoiceField(
        label=_("On"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen means wherever readers meet what we publish."),
    )
    effects = forms.MultipleChoiceField(
        label=_("What it does"),
        choices=Effect.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=[Effect.SHOW],
        help_text=_("Without “show the notice”, the rule is an exception from wider rules of the same notice."),
    )
    placement = forms.ChoiceField(
        label=_("Where on the page"), choices=Placement.choices, widget=forms.RadioSelect, initial=Placement.END
    )
    starts_at = forms.DateTimeField(label=_("From"), required=False, widget=AdminDateTimeInput)
    ends_at = forms.DateTimeField(label=_("Until"), required=False, widget=AdminDateTimeInput)
    reason = forms.CharField(
        label=_("Why"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept for good; write it for a colleague in five years."),
    )

    def __init__(self, notice: LegalNotice, *args: Any, replaces: NoticeRule | None = None, **kwargs: Any) -> None:
        if replaces is not None:
            kwargs["initial"] = initial_of(replaces) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.notice, self.replaces = notice, replaces
        self.fields["surfaces"].choices = [(known.name, known.title) for known in surfaces()]  # type: ignore[attr-defined]
        zone = timezone.get_current_timezone_name()
        for name in ("starts_at", "ends_at"):
            self.fields[name].help_text = _("In your time zone, {zone}; left empty, there is none.").format(zone=zone)
        for kind, (name, model) in PAGES.items():
            self.fields[name] = page_field(model, required=False, label=capfirst(kind.label))
        if notice.kind == Kind.WITHHELD:
            self.fields["applies_to_unknown"] = unknown_field()
            del self.fields["placement"]
        self.order_fields(["region", "scope_kind", "section", "tag", "story", "languages", "surfaces", "effects"])
        self.order_fields([*[name for name in self.fields if name != "reason"], "reason"])

    def clean_reason(self) -> str:
        """Text that can be shown anywhere."""
        return clean_text(self.cleaned_data["reason"]).strip()

    def clean_tag(self) -> Tag | None:
        """A tag that stories have. Raises ValidationError for another word."""
        name = clean_line(self.cleaned_data["tag"])
        if not name:
            return None
        tag = Tag.objects.filter(slug=name).first() or Tag.objects.filter(name__iexact=name).first()
        if tag is None:
            raise forms.ValidationError(_("There is no tag “{tag}”.").format(tag=name))
        return tag

    def draft(self, *, by: User) -> NoticeRule | None:
        """The new version, which waits for approval; None, with the error at its field, where it is refused."""
        said = dict(self.cleaned_data)
        target, name = _target(said["scope_kind"], said)
        for field in ("section", "story", "tag"):
            del said[field]
        try:
            return draft_rule(self.notice, by=by, replaces=self.replaces, scope_target=target, scope_name=name, **said)
        except DraftIsRefused as error:
            self.add_error(self._field_of(error.field), str(error))
            return None

    def _field_of(self, field: str) -> str | None:
        if field == "scope_target":
            kind = self.cleaned_data["scope_kind"]
            return PAGES[ScopeKind(kind)][0] if kind in PAGES else "tag"
        return field if field in self.fields else None


def initial_of(rule: NoticeRule) -> dict[str, Any]:
    """What a stored rule says, as the form asks for it."""
    names = ("region", "scope_kind", "languages", "surfaces", "effects", "placement", "starts_at", "ends_at")
    initial = {name: getattr(rule, name) for name in names}
    kind = ScopeKind(rule.scope_kind)
    if kind in PAGES:
        field, model = PAGES[kind]
        pages = apps.get_model(model)._default_manager.filter(translation_key=rule.scope_target)
        initial[field] = pages.order_by("pk").first()
    elif kind == ScopeKind.TAG:
        initial["tag"] = rule.scope_target
    if rule.applies_to_unknown is not None:
        initial["applies_to_unknown"] = str(rule.applies_to_unknown)
    return initial


def _target(kind: str, said: dict[str, Any]) -> tuple[str, str]:
    """What identifies the section, tag or story in all languages, and its name; nothing where none was chosen."""
    if kind == ScopeKind.TAG and said["tag"]:
        return said["tag"].slug, said["tag"].name
    chosen: Page | None = said.get(PAGES[ScopeKind(kind)][0]) if kind in PAGES else None
    return (str(chosen.translation_key), chosen.title[:255]) if chosen else ("", "")
