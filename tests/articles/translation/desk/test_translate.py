"""Tests of “Translate into…” and of the page that says how far it is."""

from __future__ import annotations

import pytest
from django.test import Client, TestCase

from articles.pages.article import ArticlePage
from articles.translation import jobs
from articles.translation.desk.screens import address
from articles.translation.jobs import ask_for
from articles.translation.models import TranslatingJob, Translation
from articles.translation.models.translation import Priority
from newsroom.users.desks import desks
from newsroom.users.groups import chiefs_of, editors_of, translators_of
from newsroom.users.models import User
from tests.factories import make_draft, make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db
ASKED_BY_SCRIPT = {"x-requested-with": "XMLHttpRequest"}
CAUCASUS = desks()["Caucasus"]


def client_of(name: str, *groups: str) -> Client:
    client = Client()
    client.force_login(make_user(name, *groups))
    return client


@pytest.fixture
def chief(db: None) -> Client:
    """Whoever answers for the languages of the Caucasus."""
    for code in (*CAUCASUS, "fa"):
        make_front_page(code)
    return client_of("chief", chiefs_of("Caucasus"))


def asked(client: Client, story: ArticlePage, **data: object) -> str:
    """Where it leads, everything done that the worker would do."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = client.post(address("translate", story.pk), {"priority": 2, "do": "drafts", **data})
    return str(getattr(answer, "url", answer.content.decode()))


def test_drafts_are_made_in_all_languages_of_a_desk_with_progress(chief: Client) -> None:
    story = make_story(title="The sea")
    make_translation(story, "ka")
    target = asked(chief, story, whole_desk="on")
    page = chief.get(target).content.decode()
    assert "Done: 3 of 3" in page
    made = ArticlePage.objects.filter(translation_key=story.translation_key).exclude(pk=story.pk)
    assert {made_page.language_code for made_page in made} == set(CAUCASUS)
    assert [made_page.language_code for made_page in made if made_page.live] == ["ka"]


def test_languages_that_one_may_not_write_are_asked_for(chief: Client) -> None:
    for code in ("fa",):
        make_front_page(code)
    anna = client_of("anna", editors_of("en"))
    make_front_page("en")
    story = make_story()
    anna = client_of("anna2", editors_of("en"))
    assert asked(anna, story, languages=["fa", "ka"], priority=0) == address("board")
    assert {row.priority for row in Translation.objects.filter(source=story)} == {Priority.LEGAL}
    assert ArticlePage.objects.count() == 1


def test_existing_languages_are_named_and_not_offered(chief: Client) -> None:
    story = make_story()
    make_translation(story, "ka")
    page = chief.get(address("translate", story.pk)).content.decode()
    assert "There is a page in:" in page
    assert 'value="hy"' in page
    assert 'value="ka"' not in page


def test_a_language_of_another_desk_is_no_choice(chief: Client) -> None:
    story = make_story()
    page = asked(chief, story, languages=["fa"])
    assert "Select a valid choice" in page
    assert not Translation.objects.exists()


def test_nothing_chosen_is_said(chief: Client) -> None:
    assert "Choose a language." in asked(chief, make_story())


def test_what_one_may_not_read_is_not_there(chief: Client) -> None:
    draft = make_draft()
    assert chief.get(address("translate", draft.pk)).status_code == 404
    answer = chief.post(address("translate", draft.pk), {"languages": ["hy"], "priority": 2}, headers=ASKED_BY_SCRIPT)
    assert answer.status_code == 404
    assert not Translation.objects.exists()


def test_a_translator_of_another_desk_is_not_given_it(chief: Client) -> None:
    reza = make_user("reza", translators_of("fa"))
    story = make_story()
    assert "Select a valid choice" in asked(chief, story, languages=["hy"], translator=reza.pk)
    gia = make_user("gia", translators_of("ka"))
    asked(chief, story, languages=["hy", "ka"], translator=gia.pk, do="want")
    told = {row.locale.language_code: row.assignee for row in Translation.objects.all()}
    assert told == {"hy": None, "ka": gia}


def test_a_language_that_fails_is_named_and_the_others_are_kept(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    real = jobs.translate_into

    def broken(source: ArticlePage, codes: list[str], **kwargs: object) -> list[ArticlePage]:
        if codes == ["ka"]:
            raise RuntimeError
        return real(source, codes, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "translate_into", broken)
    target = asked(chief, make_story(), languages=["hy", "ka", "az"])
    assert "Something went wrong" in chief.get(target).content.decode()
    assert ArticlePage.objects.filter(translated_from__isnull=False).count() == 2
    monkeypatch.setattr(jobs, "translate_into", real)
    with TestCase.captureOnCommitCallbacks(execute=True):
        chief.post(f"{target}again/")
    assert ArticlePage.objects.filter(translated_from__isnull=False).count() == 3


def test_a_job_that_is_run_twice_makes_nothing_twice(chief: Client) -> None:
    story = make_story()
    with TestCase.captureOnCommitCallbacks(execute=True):
        job = ask_for(story, ["hy", "ka"], by=User.objects.get(username="chief"))
    jobs.run_job.enqueue(job.pk)
    assert ArticlePage.objects.filter(translated_from=story).count() == 2


def test_the_job_of_somebody_else_is_not_there(chief: Client) -> None:
    asked(chief, make_story(), languages=["hy"])
    job = TranslatingJob.objects.get()
    other = client_of("other", chiefs_of("Caucasus"))
    assert other.get(address("job", job.pk)).status_code == 404
    assert other.post(address("job_again", job.pk)).status_code == 404
