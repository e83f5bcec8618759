"""Writing drafts: new versions of texts and rules. What readers meet does not change before somebody else approves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.legal.ledger.canonical import canonical, digest
from articles.legal.models import Approvable, LegalNotice, NoticeRule, NoticeText
from articles.legal.records import record
from articles.legal.rights import MAY_DRAFT, MAY_SEE_SEALED
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.legal.wording import checked_body, checked_line
from newsroom.languages import known
from newsroom.regions.models import Region
from newsroom.users.models import User


class DraftIsRefused(ValueError):
    """The draft says something that a rule or text cannot say; `field` names where."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


def ensure_may_draft(user: User, notice: LegalNotice) -> None:
    """Raises PermissionDenied for somebody who may not write about this notice."""
    if not user.has_perm(MAY_DRAFT) or (notice.is_sealed and not user.has_perm(MAY_SEE_SEALED)):
        raise PermissionDenied


@transaction.atomic
def draft_text(
    notice: LegalNotice,
    language: str,
    *,
    by: User,
    heading: str,
    body: str,
    link_label: str = "",
    source: NoticeText | None = None,
) -> NoticeText:
    """A new version of a notice's words in a language, which waits for approval.

    `source` says which source version it was made from; without it, the approved one of now.
    Raises WordingIsRefused for words outside the allow-list, DraftIsRefused for an unknown language, PermissionDenied.
    """
    ensure_may_draft(by, notice)
    if not known(language):
        raise DraftIsRefused(_("There is no language “{code}”.").format(code=language), "language")
    source = source or notice.texts.filter(language=notice.source_language, approved_at__isnull=False).last()
    if source and (source.notice_id, source.language) != (notice.pk, notice.source_language):
        raise DraftIsRefused(_("A translation is made from the source text of its own notice."), "source")
    text = NoticeText(
        notice=notice,
        language=language,
        heading=checked_line(heading),
        body=checked_body(body),
        link_label=checked_line(link_label),
        source_digest=source.digest if source and language != notice.source_language else "",
        number=_next_number(NoticeText, notice=notice, language=language),
    )
    _store(text, by, "text.drafted")
    return text


@transaction.atomic
def draft_rule(  # noqa: PLR0913 a rule is all of this, and each is named
    notice: LegalNotice,
    *,
    by: User,
    region: Region,
    reason: str,
    replaces: NoticeRule | None = None,
    scope_kind: str = ScopeKind.SITE,
    scope_target: str = "",
    scope_name: str = "",
    languages: Collection[str] = (),
    surfaces: Collection[str] = (),
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    effects: Collection[str] = (Effect.SHOW,),
    placement: str = Placement.END,
    applies_to_unknown: bool | None = None,
    withdraws: bool = False,
) -> NoticeRule:
    """A new rule, or the next version of the rule that it replaces, which waits for approval.

    Raises DraftIsRefused for what a rule cannot say, PermissionDenied.
    """
    ensure_may_draft(by, notice)
    rule = NoticeRule(
        notice=notice,
        region=region,
        area=region.area.as_data(),
        scope_kind=scope_kind,
        scope_target=scope_target,
        scope_name=scope_name,
        languages=sorted(set(languages)),
        surfaces=sorted(set(surfaces)),
        starts_at=starts_at,
        ends_at=ends_at,
        effects=sorted(set(effects)),
        placement=placement,
        applies_to_unknown=applies_to_unknown if notice.kind == Kind.WITHHELD else True,
        reason=reason.strip(),
        withdraws=withdraws,
    )
    if replaces is not None:
        rule.identity = replaces.identity
        rule.number = _next_number(NoticeRule, identity=replaces.identity)
    _ensure_sayable(rule, replaces)
    _store(rule, by, "rule.drafted")
    return rule


def draft_withdrawal(rule: NoticeRule, *, by: User, reason: str) -> NoticeRule:
    """A version that ends the rule once somebody else approves it."""
    return draft_rule(
        rule.notice,
        by=by,
        region=rule.region,
        reason=reason,
        replaces=rule,
        scope_kind=rule.scope_kind,
        scope_target=rule.scope_target,
        scope_name=rule.scope_name,
        languages=rule.languages,
        surfaces=rule.surfaces,
        starts_at=rule.starts_at,
        ends_at=rule.ends_at,
        effects=rule.effects,
        placement=rule.placement,
        applies_to_unknown=rule.applies_to_unknown,
        withdraws=True,
    )


def _ensure_sayable(rule: NoticeRule, replaces: NoticeRule | None) -> None:
    if not rule.reason:
        raise DraftIsRefused(_("Say why."), "reason")
    if rule.starts_at and rule.ends_at and rule.ends_at <= rule.starts_at:
        raise DraftIsRefused(_("The end lies before the start."), "ends_at")
    if rule.scope_kind != ScopeKind.SITE and not rule.scope_target:
        raise DraftIsRefused(_("Say which section, tag or story."), "scope_target")
    unknown = [code for code in rule.languages if not known(code)]
    if unknown:
        raise DraftIsRefused(_("There is no language “{code}”.").format(code=unknown[0]), "languages")
    if set(rule.effects) - set(Effect.values):
        raise DraftIsRefused(_("There is no such effect."), "effects")
    if rule.notice.kind == Kind.WITHHELD and rule.applies_to_unknown is None:
        raise DraftIsRefused(
            _("Decide whether the page is withheld from readers whose country is unknown."), "applies_to_unknown"
        )
    if replaces is not None and replaces.notice_id != rule.notice_id:
        raise DraftIsRefused(_("A rule stays with its notice."), "notice")


def _next_number(model: type[Approvable], **same: object) -> int:
    last = model._default_manager.filter(**same).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _store(draft: NoticeText | NoticeRule, by: User, kind: str) -> None:
    draft.author = by
    draft.created_at = timezone.now()
    draft.digest = digest(canonical(draft.content()))
    draft.save(force_insert=True)
    record(kind, draft, by)
