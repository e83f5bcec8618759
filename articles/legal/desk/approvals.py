"""The screen on which a draft is read and decided: approved, rejected, or confirmed after an emergency.

What is approved is the digest that the page carried: whoever read other words is refused by `articles.legal.approval`.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.admin import messages

from articles.legal.access import MAY_APPROVE, MAY_DRAFT, may, visible_rules, visible_texts
from articles.legal.approval import ApprovalIsRefused, approve, confirm, reject
from articles.legal.desk.decision_forms import ReasonForm
from articles.legal.desk.differences import changes, plain
from articles.legal.desk.moments import in_words
from articles.legal.desk.screens import Screen, address
from articles.legal.desk.sentences import rule_in_words
from articles.legal.desk.waiting import Waiting
from articles.legal.models import NoticeRule, NoticeText
from articles.legal.models.approval import State
from newsroom.languages import language

PEOPLE = ("author", "approved_by", "confirmed_by", "rejected_by")
Draft = NoticeText | NoticeRule


class DraftScreen(Screen):
    """A screen about one version of words or of a rule; one of a sealed notice is not found by others."""

    noun = "text"

    def draft(self, pk: int) -> Draft:
        """The version. Raises Http404."""
        if self.noun == "text":
            return get_object_or_404(visible_texts(self.user).select_related("notice__demand", *PEOPLE), pk=pk)
        return get_object_or_404(visible_rules(self.user).select_related("notice__demand", "region", *PEOPLE), pk=pk)


class Decide(DraftScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Exactly what is approved, and the buttons of those who may decide."""
        return self.show(self.draft(pk), ReasonForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Decides; a refusal is a message and changes nothing."""
        draft = self.draft(pk)
        action, digest = request.POST.get("action"), request.POST.get("digest", "")
        form = ReasonForm(request.POST)
        if action == "reject" and not form.is_valid():
            return self.show(draft, form)
        try:
            messages.success(request, self.decide(str(action), draft, digest, form))
        except ApprovalIsRefused as error:
            messages.error(request, str(error))
        return redirect(address(self.noun, pk))

    def decide(self, action: str, draft: Any, digest: str, form: ReasonForm) -> str:
        """Does it, and says what was done. Raises ApprovalIsRefused, PermissionDenied."""
        if action == "approve":
            approve(draft, by=self.user, digest=digest)
            return gettext("Approved. Readers meet it now, or when its time comes.")
        if action == "confirm":
            confirm(draft, by=self.user, digest=digest)
            return gettext("Confirmed.")
        if action == "reject":
            reject(draft, by=self.user, reason=form.cleaned_data["reason"])
            return gettext("Rejected. What was in force stays.")
        raise ApprovalIsRefused(gettext("Say what to do: approve, confirm or reject."))

    def show(self, draft: Draft, form: ReasonForm) -> HttpResponse:
        """The page."""
        own = draft.author_id == self.user.pk
        may_approve = may(self.user, MAY_APPROVE)
        second = may_approve and self.user.pk not in (draft.author_id, draft.approved_by_id)
        before = before_of(draft)
        return self.screen(
            "decide",
            title=Waiting(draft).title,
            draft=draft,
            noun=self.noun,
            notice=draft.notice,
            language=language(draft.language) if isinstance(draft, NoticeText) else None,
            sentences=rule_in_words(draft) if isinstance(draft, NoticeRule) else [],
            before=before,
            difference=difference(before, draft) if before else "",
            state=State(draft.state),
            confirm_by=in_words(draft.confirm_by) if draft.confirm_by else "",
            is_own=own,
            can_approve=draft.state == State.DRAFT and may_approve and not own,
            can_confirm=draft.state == State.EMERGENCY and second,
            can_reject=draft.state == State.DRAFT and (may_approve if not own else may(self.user, MAY_DRAFT)),
            form=form,
        )


def before_of(draft: Draft) -> Draft | None:
    """The version that is in force, or was when this one was approved."""
    if isinstance(draft, NoticeText):
        texts = NoticeText.objects.filter(notice=draft.notice_id, language=draft.language, approved_at__isnull=False)
        earlier = texts.filter(approved_at__lt=draft.approved_at) if draft.approved_at else texts
        return earlier.order_by("approved_at", "number").last()
    rules = NoticeRule.objects.filter(identity=draft.identity, approved_at__isnull=False)
    earlier_rules = rules.filter(approved_at__lt=draft.approved_at) if draft.approved_at else rules
    return earlier_rules.select_related("notice", "region").order_by("approved_at", "number").last()


def difference(before: Draft, draft: Draft) -> SafeString:
    """What the new version changes, word by word."""
    if isinstance(before, NoticeText) and isinstance(draft, NoticeText):
        return changes(_as_lines(before), _as_lines(draft))
    assert isinstance(before, NoticeRule) and isinstance(draft, NoticeRule)  # noqa: S101 the same noun
    return changes("\n".join(rule_in_words(before)), "\n".join(rule_in_words(draft)))


def _as_lines(text: NoticeText) -> str:
    return "\n".join(part for part in (text.heading, plain(text.body), text.link_label) if part)
