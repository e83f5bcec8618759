"""The texts of a notice as rows for translators: one for each language of the table."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.legal.exchange.rows import Row, State, Words
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.rights import MAY_READ, MAY_SEE_SEALED
from newsroom.languages import LANGUAGES
from newsroom.users.models import User


class SourceIsMissing(ValueError):
    """The notice has no approved words in its source language, so there is nothing to translate from."""


def ensure_may_leave(user: User, notice: LegalNotice) -> None:
    """Raises PermissionDenied for somebody who may not read the texts of this notice."""
    if not user.has_perm(MAY_READ) or (notice.is_sealed and not user.has_perm(MAY_SEE_SEALED)):
        raise PermissionDenied


def leave(notice: LegalNotice) -> list[Row]:
    """A row for each language, the table's order; raises SourceIsMissing."""
    texts = list(notice.texts.all())
    source = present_source(notice, texts)
    present = present_texts(texts) | {notice.source_language: source}
    return [_row(notice, source, code, present.get(code)) for code in LANGUAGES]


def present_source(notice: LegalNotice, texts: Iterable[NoticeText]) -> NoticeText:
    """The words in the source language that are in force; raises SourceIsMissing."""
    approved = [text for text in texts if text.language == notice.source_language and text.approved_at]
    if not approved:
        raise SourceIsMissing(
            _("The notice has no approved words in {language} yet: nothing can be translated.").format(
                language=LANGUAGES[notice.source_language].name
            )
        )
    return max(approved, key=lambda text: text.number)


def present_texts(texts: Iterable[NoticeText]) -> dict[str, NoticeText]:
    """By language, the newest words that nobody rejected: those that wait for approval are not translated again."""
    kept = sorted((text for text in texts if not text.rejected_at), key=lambda text: text.number)
    return {text.language: text for text in kept}


def words_of(text: NoticeText) -> Words:
    """The words of a stored text."""
    return Words(text.heading, text.body, text.link_label)


def _row(notice: LegalNotice, source: NoticeText, code: str, text: NoticeText | None) -> Row:
    return Row(
        notice=notice.key,
        language=code,
        source_language=notice.source_language,
        source_number=source.number,
        source_digest=source.digest,
        source=words_of(source),
        number=text.number if text else 0,
        words=words_of(text) if text else Words(),
        state=_state(source, text),
    )


def _state(source: NoticeText, text: NoticeText | None) -> State:
    if text is None:
        return State.MISSING
    is_current = text.pk == source.pk or text.source_digest == source.digest
    return State.CURRENT if is_current else State.OLDER
