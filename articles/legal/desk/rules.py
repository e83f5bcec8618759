"""Screens on which rules are written: a new one, the next version of one, and the end of one. All are drafts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.legal.access import MAY_DRAFT, visible_rules
from articles.legal.desk.decision_forms import ReasonForm
from articles.legal.desk.notices import NoticeScreen, stands
from articles.legal.desk.rule_form import RuleForm
from articles.legal.desk.screens import Screen
from articles.legal.desk.sentences import rule_in_words
from articles.legal.drafting import DraftIsRefused, draft_withdrawal
from articles.legal.models import NoticeRule


class NewRule(NoticeScreen):
    title = _("New rule")
    permission = MAY_DRAFT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form."""
        return self.ask(RuleForm(self.notice))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stores a draft and shows it in sentences."""
        form = RuleForm(self.notice, request.POST)
        draft = form.draft(by=self.user) if form.is_valid() else None
        return self.ask(form) if draft is None else stored(request, draft)

    def ask(self, form: RuleForm) -> HttpResponse:
        """The form on its page."""
        note = _("After saving you read the rule in sentences. It is in force when somebody else has approved it.")
        return self.screen("form", form=form, notice=self.notice, note=note)


class RuleScreen(Screen):
    """A screen about a rule in force; one of a sealed notice is not found by others."""

    permission = MAY_DRAFT

    def rule(self, pk: int) -> NoticeRule:
        """The rule. Raises Http404."""
        rows = visible_rules(self.user).select_related("notice", "region")
        found: NoticeRule = get_object_or_404(rows, pk=pk)
        return found

    def no_longer(self, rule: NoticeRule) -> HttpResponse:
        """A clear message where the rule is not in force any more, so there is nothing to follow it."""
        messages.warning(self.request, gettext("This rule is not in force."))
        return redirect("legal_desk:notice", rule.notice_id)


class NextVersion(RuleScreen):
    title = _("New version of the rule")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form with what the rule says now, its region as that is now."""
        rule = self.rule(pk)
        return self.ask(rule, RuleForm(rule.notice, replaces=rule)) if stands(rule) else self.no_longer(rule)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stores a draft; the rule in force stays until somebody else approves it."""
        rule = self.rule(pk)
        if not stands(rule):
            return self.no_longer(rule)
        form = RuleForm(rule.notice, request.POST, replaces=rule)
        draft = form.draft(by=self.user) if form.is_valid() else None
        return self.ask(rule, form) if draft is None else stored(request, draft)

    def ask(self, rule: NoticeRule, form: RuleForm) -> HttpResponse:
        """The form below what is in force."""
        note = _("The rule in force stays until somebody else approves the new version.")
        return self.screen("form", form=form, notice=rule.notice, sentences=rule_in_words(rule), note=note)


class Withdraw(RuleScreen):
    title = _("End the rule")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question why."""
        rule = self.rule(pk)
        return self.ask(rule, ReasonForm()) if stands(rule) else self.no_longer(rule)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stores a draft of the end."""
        rule, form = self.rule(pk), ReasonForm(request.POST)
        if not stands(rule):
            return self.no_longer(rule)
        if not form.is_valid():
            return self.ask(rule, form)
        try:
            return stored(request, draft_withdrawal(rule, by=self.user, reason=form.cleaned_data["reason"]))
        except DraftIsRefused as error:
            form.add_error(None, str(error))
            return self.ask(rule, form)

    def ask(self, rule: NoticeRule, form: ReasonForm) -> HttpResponse:
        """The form below what would end."""
        note: Any = _("The rule stays in force until somebody else approves its end.")
        return self.screen("form", form=form, notice=rule.notice, sentences=rule_in_words(rule), note=note)


def stored(request: HttpRequest, draft: NoticeRule) -> HttpResponse:
    """The draft in sentences, with a message."""
    messages.success(request, gettext("The draft is stored. Read below what it says; somebody else approves it."))
    return redirect("legal_desk:rule", draft.pk)
