"""A search that a test can answer by itself: what finds stories has tests of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.utils.html import format_html

from articles.pages.article import ArticlePage
from search import answering
from search.answers import Answer, Hit
from search.questions import PER_PAGE, Question


@dataclass
class Oracle:
    """Finds visible stories by a part of their headline, and notes what it was asked."""

    asked: list[Question] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    """Fields of the answer besides its hits."""

    def answer(self, question: Question) -> Answer:
        """The stories of the asked page."""
        self.asked.append(question)
        stories = ArticlePage.objects.in_language(question.language).visible().newest_first()
        stories = stories.filter(title__contains=question.text)
        start = (question.page - 1) * PER_PAGE
        hits = tuple(
            Hit(story, format_html("<mark>{}</mark>", story.title), format_html("{}", story.standfirst))
            for story in stories.as_teasers()[start : start + PER_PAGE]
        )
        return Answer(**({"hits": hits, "total": stories.count()} | self.more))

    def suggestions(self, language: str, typed: str) -> list[str]:
        """The headlines that begin so."""
        self.typed.append(typed)
        stories = ArticlePage.objects.in_language(language).visible().filter(title__startswith=typed)
        return list(stories.values_list("title", flat=True))


@pytest.fixture
def oracle(monkeypatch: pytest.MonkeyPatch) -> Oracle:
    """What answers every search of the test."""
    made = Oracle()
    monkeypatch.setattr(answering, "answer", made.answer)
    monkeypatch.setattr(answering, "suggestions", made.suggestions)
    return made
