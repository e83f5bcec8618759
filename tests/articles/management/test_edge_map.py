"""Tests of the command that writes the map of keys."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.edge_map import WRITERS
from articles.legal.keys import key_map

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", WRITERS)
def test_the_map_is_written_in_the_form_that_was_asked_for(form: str) -> None:
    output = StringIO()
    call_command("edge_map", format=form, stdout=output)
    assert output.getvalue() == WRITERS[form](key_map(snapshot.current(), timezone.now()))


def test_another_form_is_refused() -> None:
    with pytest.raises(CommandError, match="xml"):
        call_command("edge_map", "--format", "xml")
