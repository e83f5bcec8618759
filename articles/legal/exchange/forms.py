"""The forms of sending texts for translation and bringing them back, and the signed step between report and deed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from articles.legal.exchange.files import FORMATS
from articles.legal.exchange.returning import Report
from articles.legal.exchange.rows import Returned, Words
from articles.legal.models import LegalNotice
from newsroom.users.models import User

SALT = "articles.legal.exchange"
HOURS = 2


class StepIsRefused(ValueError):
    """The confirmation does not follow from a report that this person read about this notice."""


class LeaveForm(forms.Form):
    """Asks for the kind of file."""

    format = forms.ChoiceField(
        label=_("Kind of file"),
        choices=[(name, row.label) for name, row in FORMATS.items()],
        initial="csv",
        widget=forms.RadioSelect,
    )


class ReturnForm(forms.Form):
    """Asks for the file."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV, XLIFF 1.2 or XLIFF 2.0, or an archive (ZIP) of XLIFF documents.")
    )
    accept_older = forms.BooleanField(
        label=_("Also take texts made from an older version"),
        required=False,
        help_text=_("Their drafts keep the version of the source that they were made from."),
    )


def sign_step(notice: LegalNotice, user: User, report: Report, *, accept_older: bool) -> str:
    """The good rows of a report, handed to the person who read it and to nobody else."""
    rows = [asdict(judgement.row) for judgement in report.good]
    payload = {"notice": notice.pk, "user": user.pk, "older": accept_older, "rows": rows}
    return signing.dumps(payload, salt=SALT, compress=True)


def read_step(step: str, notice: LegalNotice, user: User) -> tuple[list[Returned], bool]:
    """The rows, and whether older ones are accepted. Raises StepIsRefused for what is forged, old or another's."""
    try:
        payload = signing.loads(step, salt=SALT, max_age=HOURS * 3600)
    except signing.BadSignature as error:
        raise StepIsRefused from error
    if (payload["notice"], payload["user"]) != (notice.pk, user.pk):
        raise StepIsRefused
    return [_row(values) for values in payload["rows"]], payload["older"]


def _row(values: dict[str, Any]) -> Returned:
    return Returned(**{**values, "words": Words(**values["words"])})
