"""Keys that stand beside the one in the address: none of them reaches into another desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.corrections.models import CorrectionText
from articles.pages.embargo.setting import embargo_of
from articles.pages.killing.killing import in_force
from articles.translation.models import GlossaryTerm, ReleaseItem, Translation
from newsroom.users.groups import translators_of
from newsroom.users.models import User
from newsroom.users.steps import sign_step
from tests.factories import make_user
from tests.rights.asking import browser
from tests.rights.people import Who, person
from tests.rights.stage import SECRET, Desk, foreign_to, set_up, source_of

pytestmark = pytest.mark.django_db

OWN = "fa"
LATER = "2099-01-01 12:00"


@pytest.fixture
def own() -> Desk:
    return set_up(OWN)


@pytest.fixture
def foreign() -> Desk:
    return set_up(foreign_to(OWN))


@pytest.fixture
def editor(own: Desk) -> User:
    found = person(Who.EDITOR, OWN)
    assert found is not None
    return found


@pytest.fixture
def as_editor(editor: User) -> Client:
    return browser(editor)


def _secret_of(desk: Desk) -> str:
    """How all headlines begin that only people of this language may know."""
    return f"{SECRET} {desk.code}"


def _post(client: Client, name: str, key: object, query: str = "", **sent: Any) -> str:
    """What is answered, with whatever page it leads to."""
    answer = client.post(reverse(name, args=[key] if key else []) + query, sent, follow=True)
    assert answer.status_code < 500
    return answer.content.decode()


# Releases


def test_a_draft_of_another_desk_does_not_go_into_a_release(own: Desk, foreign: Desk, as_editor: Client) -> None:
    for story in (foreign.draft, foreign.plain):
        for everywhere in ({"every_language": "on"}, {}):
            html = _post(as_editor, "releases:release", own.release.pk, story=story.pk, **everywhere)
            assert _secret_of(foreign) not in html
    assert not ReleaseItem.objects.filter(release=own.release, story__locale__language_code=foreign.code).exists()


def test_a_release_cannot_begin_with_a_draft_of_another_desk(foreign: Desk, as_editor: Client) -> None:
    before = ReleaseItem.objects.count()
    assert as_editor.get(reverse("releases:new") + f"?story={foreign.plain.pk}").status_code == 404
    _post(as_editor, "releases:new", None, f"?story={foreign.plain.pk}", title="Taken")
    assert ReleaseItem.objects.count() == before


def test_a_version_of_another_story_is_not_pinned(own: Desk, foreign: Desk, as_editor: Client) -> None:
    for key in (own.story.latest_revision_id, foreign.plain.latest_revision_id, "9" * 30, "x"):
        _post(as_editor, "releases:ready", own.item.pk, revision=str(key))
    own.item.refresh_from_db()
    assert (own.item.is_ready, own.item.revision_id) == (False, None)


# The desk


def test_work_is_given_to_nobody_who_may_not_translate_there(own: Desk, foreign: Desk, as_editor: Client) -> None:
    strangers = [make_user("tomas", translators_of(foreign.code)), make_user("reader"), foreign.author]
    for stranger in strangers:
        _post(as_editor, "translation_desk:record", own.wanted.pk, translator=stranger.pk, priority="1")
        _post(as_editor, "translation_desk:translate", own.plain.pk, languages=[foreign.code], priority="2",
              translator=stranger.pk, do="want")  # fmt: skip
    assert not Translation.objects.filter(assignee__in=strangers).exists()


def test_a_writer_asks_no_other_desk_and_gives_no_work_out(own: Desk, foreign: Desk) -> None:
    client = browser(person(Who.WRITER, OWN))
    before = Translation.objects.count()
    _post(client, "translation_desk:translate", own.plain.pk, languages=[foreign.code], priority="2")
    assert Translation.objects.count() == before


def test_the_board_tells_no_draft_of_another_desk_however_it_is_asked(foreign: Desk, as_editor: Client) -> None:
    board = reverse("translation_desk:board")
    for query in (
        f"?words={SECRET}",
        f"?language={foreign.code}&state=in_progress",
        f"?source_language={foreign.code}",
        f"?section={foreign.section.pk}",
        "?state=waiting",
        f"?language={foreign.code}&state=none",
    ):
        html = as_editor.get(board + query).content.decode()
        assert _secret_of(foreign) not in html, query
    for query in (f"?language={foreign.code}", "?language=xx", f"?after={foreign.wanted.pk}"):
        assert _secret_of(foreign) not in as_editor.get(reverse("translation_desk:work") + query).content.decode(), (
            query
        )


def test_load_is_told_of_one_s_own_languages_alone(foreign: Desk, as_editor: Client) -> None:
    make_user("somebody-elses-translator", translators_of(foreign.code))
    html = as_editor.get(reverse("translation_desk:load") + f"?language={foreign.code}").content.decode()
    assert "somebody-elses-translator" not in html


# Beside the source


def test_an_answer_about_a_part_of_another_translation_is_none(own: Desk, foreign: Desk, as_editor: Client) -> None:
    own_block = "a-block-of-nobody"
    before = [row.parts for row in (own.stale, foreign.stale)]
    for part in (own_block, "title'; --", "x" * 5000, "body", ""):
        answer = as_editor.post(
            reverse("translation_answer", args=[own.stale.pk]), {"part": part, "answer": "still_fine"}
        )
        assert answer.status_code == 409, part
    for row, parts in zip((own.stale, foreign.stale), before, strict=True):
        row.refresh_from_db()
        assert row.parts == parts


def test_texts_of_another_story_are_neither_filled_nor_offered_nor_checked(own: Desk, as_editor: Client) -> None:
    offers = reverse("translation_offers", args=[own.stale.pk])
    assert as_editor.get(offers + "?unit=nobody.0").status_code == 404
    before = own.story.latest_revision_id
    _post(as_editor, "translation_fill", own.stale.pk, unit="nobody.0")
    _post(as_editor, "translation_review", own.stale.pk, unit="nobody.0")
    assert ArticlePage.objects.get(pk=own.story.pk).latest_revision_id == before


# The glossary


def test_a_term_is_not_given_to_another_language(own: Desk, foreign: Desk, as_editor: Client) -> None:
    row = {"source_language": source_of(OWN), "language": foreign.code, "term": "sea", "translation": "taken"}
    _post(as_editor, "glossary:edit", own.term.pk, **row)
    _post(as_editor, "glossary:add", None, **row)
    own.term.refresh_from_db()
    assert own.term.language == OWN
    assert not GlossaryTerm.objects.filter(translation="taken").exists()


# Corrections, embargo, killing


def test_a_correction_is_dealt_with_by_the_desk_whose_text_it_is(own: Desk, foreign: Desk, as_editor: Client) -> None:
    for key in (foreign.text.pk, foreign.correction.texts.get(story=foreign.story.pk).pk, own.text.pk * 1000):
        _post(as_editor, "handle_correction", key, state="not_concerned")
    assert CorrectionText.objects.get(pk=foreign.text.pk).state == CorrectionText.State.WAITING
    _post(as_editor, "withdraw_correction", own.text.correction.pk, reason="Not mine to withdraw.")
    own.text.correction.refresh_from_db()
    assert own.text.correction.withdrawn_at is None


def test_an_embargo_for_all_languages_is_set_by_the_source_s_desk(own: Desk, as_editor: Client) -> None:
    source = ArticlePage.objects.get(pk=own.stale.source_id)
    _post(as_editor, "embargo", own.story.pk, until=LATER, everywhere="on")
    assert embargo_of(source) is None


@pytest.mark.parametrize("name", ["kill_story", "revive_story"])
def test_a_step_of_another_person_kills_and_revives_nothing(name: str, own: Desk, foreign: Desk) -> None:
    story = own.story if name == "kill_story" else own.killed
    client, chief = browser(person(Who.CHIEF, OWN)), User.objects.get(username="chief")
    was = in_force(story) is not None
    for who in (own.author, chief):
        for purpose in (reverse(name, args=[foreign.story.pk]), "kill", ""):
            step = sign_step(who, purpose, f"{story.translation_key}:", client.get("/").wsgi_request.POST)
            _post(client, name, story.pk, step=step, reason="Forged.")
    assert (in_force(story) is not None) is was


# Pages


def test_many_keys_at_once_are_refused_for_one_that_is_another_desk_s(
    own: Desk, foreign: Desk, as_editor: Client
) -> None:
    before = list(Page.objects.order_by("pk").values("pk", "live", "path", "latest_revision"))
    for action in ("publish", "unpublish", "delete", "move"):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        for query in (
            f"?id={own.story.pk}&id={foreign.story.pk}&next=/admin/",
            f"?id=all&childOf={foreign.section.pk}&next=/admin/",
        ):
            assert as_editor.post(address + query, {"chooser": own.section.pk}).status_code == 404
    assert list(Page.objects.order_by("pk").values("pk", "live", "path", "latest_revision")) == before


def test_nothing_is_moved_or_copied_into_another_desk(own: Desk, foreign: Desk, as_editor: Client) -> None:
    pages = Page.objects.count()
    target = foreign.section.pk
    as_editor.post(reverse("wagtailadmin_pages:move_confirm", args=[own.story.pk, target]))
    copy = {"new_title": "Copy", "new_slug": "copied", "new_parent_page": target, "alias": ""}
    as_editor.post(reverse("wagtailadmin_pages:copy", args=[own.plain.pk]), copy)
    api = "wagtailadmin_api:pages:action"
    as_editor.post(reverse(api, args=[own.plain.pk, "copy"]), {"destination_page_id": target, "slug": "copied"})
    as_editor.post(reverse(api, args=[own.plain.pk, "move"]), {"destination_page_id": target, "position": "last-child"})
    as_editor.post(reverse(api, args=[own.section.pk, "create_alias"]), {"destination_page_id": foreign.home.pk})
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    as_editor.post(f"{address}?id={own.story.pk}&next=/admin/", {"chooser": target})
    assert Page.objects.count() == pages
    assert not Page.objects.descendant_of(Page.objects.get(pk=target)).filter(pk__in=[own.story.pk, own.plain.pk])


def test_a_version_or_task_of_another_page_opens_no_door(own: Desk, foreign: Desk, as_editor: Client) -> None:
    theirs = foreign.plain.latest_revision_id
    for name in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[own.plain.pk, theirs])
        for answer in (as_editor.get(address), as_editor.post(address)):
            assert answer.status_code == 404, name
    address = reverse("wagtailadmin_pages:revisions_compare", args=[own.plain.pk, theirs, "latest"])
    assert as_editor.get(address).status_code == 404
    for name in ("workflow_action", "collect_workflow_action_data"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[own.draft.pk, "approve", foreign.task.pk])
        as_editor.post(address)
    assert not ArticlePage.objects.get(pk=foreign.draft.pk).live
    assert not ArticlePage.objects.get(pk=own.draft.pk).live
    preview = reverse("wagtailadmin_pages:workflow_preview", args=[own.draft.pk, foreign.task.task_id])
    assert _secret_of(foreign) not in as_editor.get(preview).content.decode()


def test_choosers_tell_no_draft_of_another_desk(own: Desk, foreign: Desk, as_editor: Client) -> None:
    many = reverse("wagtailadmin_choose_page_chosen_multiple")
    for key in (foreign.draft.pk, foreign.plain.pk):
        assert as_editor.get(f"{many}?id={own.story.pk}&id={key}").status_code == 404
        assert as_editor.get(reverse("wagtailadmin_choose_page_child", args=[key])).status_code == 404
    search = reverse("wagtailadmin_choose_page_search") + f"?page_type=articles.articlepage&q={SECRET}"
    shown = as_editor.get(search + f"&locale={foreign.code}").content.decode()
    assert _secret_of(foreign) not in shown
