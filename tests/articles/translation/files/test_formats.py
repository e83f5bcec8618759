"""Tests of the files that are downloaded."""

from __future__ import annotations

import pytest

from articles.translation.files.formats import FORMATS, file_of
from articles.translation.files.reading import read
from newsroom.exchange.archives import unpack
from tests.articles.translation.files.test_reading import story


@pytest.mark.parametrize("name", FORMATS)
def test_one_translation_is_a_document_and_several_are_an_archive(name: str) -> None:
    alone = file_of([story("fa")], name)
    assert (alone.name, alone.content_type) == ("story-4.fa.xlf", "application/x-xliff+xml")
    both = file_of([story("fa"), story("hy")], name)
    assert (both.name, both.content_type) == ("story-3.zip", "application/zip")
    found = {title: read(data)[0].code for title, data in unpack(both.content)}
    assert found == {"story-4.fa.xlf": "fa", "story-4.hy.xlf": "hy"}
