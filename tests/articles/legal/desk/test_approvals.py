"""Tests of the screen on which drafts are decided: four eyes, whatever a browser sends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings
from django.urls import reverse

from articles.legal import snapshot
from articles.legal.approval import approve_alone
from articles.legal.drafting import draft_rule, draft_text, draft_withdrawal
from articles.legal.models import LedgerEntry, LegalNotice, NoticeRule, NoticeText
from articles.legal.models.approval import State
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES, language
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import Matters, client_of
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_story, make_user

pytestmark = pytest.mark.django_db
SECRET = "only for tests"


@pytest.fixture
def notice(_groups: None) -> LegalNotice:
    return make_notice()


@pytest.fixture
def draft(notice: LegalNotice, editor: User) -> NoticeText:
    return draft_text(notice, "en", by=editor, heading="Mind the law", body="<p>New words.</p>")


def screen(draft: NoticeText | NoticeRule) -> str:
    return reverse(f"legal_desk:{'text' if isinstance(draft, NoticeText) else 'rule'}", args=[draft.pk])


def decide(client: Client, draft: NoticeText | NoticeRule, action: str, **fields: str) -> str:
    """What the screen says after the answer."""
    data = {"action": action, "digest": draft.digest, **fields}
    return client.post(screen(draft), data, follow=True).content.decode()


def state_of(draft: NoticeText | NoticeRule) -> State:
    return type(draft).objects.get(pk=draft.pk).state


def test_another_person_approves_what_the_page_shows(as_approver: Client, draft: NoticeText, approver: User) -> None:
    html = as_approver.get(screen(draft)).content.decode()
    assert "Mind the law" in html and "<p>New words.</p>" in html
    assert draft.digest in html
    assert "Approved." in decide(as_approver, draft, "approve")
    stored = NoticeText.objects.get(pk=draft.pk)
    assert (stored.state, stored.approved_by) == (State.APPROVED, approver)


@pytest.mark.parametrize("noun", ["text", "rule"])
def test_the_author_cannot_approve_even_by_a_forged_request(
    noun: str, notice: LegalNotice, approver: User, as_approver: Client
) -> None:
    make_text(notice)
    own = (
        draft_text(notice, "en", by=approver, heading="Mine", body="<p>Mine.</p>")
        if noun == "text"
        else draft_rule(notice, by=approver, region=make_region("RU"), reason="Mine.")
    )
    html = as_approver.get(screen(own)).content.decode()
    assert 'value="approve"' not in html
    assert "Somebody else has to approve it." in html
    assert "Somebody else has to approve it." in decide(as_approver, own, "approve")
    assert state_of(own) == State.DRAFT


def test_an_author_who_is_a_superuser_cannot_either(notice: LegalNotice, _groups: None) -> None:
    root = make_user("root")
    root.is_superuser = True
    root.save()
    own = draft_text(notice, "en", by=root, heading="Mine", body="<p>Mine.</p>")
    decide(client_of(root), own, "approve")
    assert state_of(own) == State.DRAFT


@pytest.mark.parametrize("action", ["approve", "confirm"])
def test_an_editor_without_the_right_cannot_decide(
    action: str, notice: LegalNotice, approver: User, as_editor: Client
) -> None:
    draft = draft_text(notice, "en", by=approver, heading="Words", body="<p>Words.</p>")
    assert f'value="{action}"' not in as_editor.get(screen(draft)).content.decode()
    decide(as_editor, draft, action)
    assert state_of(draft) == State.DRAFT


@pytest.mark.parametrize("digest", ["", "0" * 64, "forged", "\0"])
def test_another_digest_than_that_of_the_words_is_refused(digest: str, draft: NoticeText, as_approver: Client) -> None:
    assert "This is not what you read." in decide(as_approver, draft, "approve", digest=digest)
    assert state_of(draft) == State.DRAFT


def test_the_digest_of_another_draft_is_refused(draft: NoticeText, editor: User, as_approver: Client) -> None:
    other = draft_text(draft.notice, "en", by=editor, heading="Other", body="<p>Other words.</p>")
    decide(as_approver, draft, "approve", digest=other.digest)
    assert [state_of(draft), state_of(other)] == [State.DRAFT, State.DRAFT]


def test_an_approval_sent_twice_counts_once(draft: NoticeText, as_approver: Client, as_holder: Client) -> None:
    decide(as_approver, draft, "approve")
    first = NoticeText.objects.values().get(pk=draft.pk)
    for client in (as_approver, as_holder):
        assert "This was decided already." in decide(client, draft, "approve")
    assert NoticeText.objects.values().get(pk=draft.pk) == first
    assert LedgerEntry.objects.filter(kind="text.approved").count() == 1


@pytest.mark.parametrize("action", ["", "publish", "delete", "approve_alone"])
def test_an_action_that_there_is_not_changes_nothing(action: str, draft: NoticeText, as_approver: Client) -> None:
    assert "Say what to do" in decide(as_approver, draft, action)
    assert state_of(draft) == State.DRAFT


def test_a_get_decides_nothing(draft: NoticeText, as_approver: Client) -> None:
    as_approver.get(screen(draft), {"action": "approve", "digest": draft.digest})
    assert state_of(draft) == State.DRAFT


def test_a_request_from_another_site_is_refused(draft: NoticeText, approver: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(approver)
    assert client.post(screen(draft), {"action": "approve", "digest": draft.digest}).status_code == 403
    assert state_of(draft) == State.DRAFT


def test_a_rejection_wants_a_reason_and_ends_the_draft(draft: NoticeText, as_approver: Client) -> None:
    decide(as_approver, draft, "reject", reason="  ")
    assert state_of(draft) == State.DRAFT
    decide(as_approver, draft, "reject", reason="Too <b>long</b>.")
    assert state_of(draft) == State.REJECTED
    html = as_approver.get(screen(draft)).content.decode()
    assert "Too &lt;b&gt;long&lt;/b&gt;." in html
    assert 'value="approve"' not in html
    decide(as_approver, draft, "approve")
    assert state_of(draft) == State.REJECTED


def test_an_author_takes_the_draft_back(draft: NoticeText, as_editor: Client) -> None:
    assert "Take the draft back" in as_editor.get(screen(draft)).content.decode()
    decide(as_editor, draft, "reject", reason="A mistake.")
    assert state_of(draft) == State.REJECTED


def test_an_emergency_is_confirmed_by_a_second_person_alone(
    draft: NoticeText, approver: User, as_approver: Client, as_holder: Client, editor: User
) -> None:
    approve_alone(draft, by=approver, digest=draft.digest, reason="It burns.")
    html = as_approver.get(screen(draft)).content.decode()
    assert "It burns." in html and 'value="confirm"' not in html
    assert "Somebody else has to confirm it." in decide(as_approver, draft, "confirm")
    assert state_of(draft) == State.EMERGENCY
    assert 'value="confirm"' in as_holder.get(screen(draft)).content.decode()
    assert "Confirmed." in decide(as_holder, draft, "confirm")
    assert state_of(draft) == State.APPROVED
    assert "needed any more" in decide(as_holder, draft, "confirm")


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_read_in_their_own_language_and_direction(
    code: str, notice: LegalNotice, editor: User, as_approver: Client
) -> None:
    draft = draft_text(notice, code, by=editor, heading="Heading", body="<p>Words.</p>")
    html = BeautifulSoup(as_approver.get(screen(draft)).content, "html.parser")
    paper = html.select_one(".desk-paper")
    assert paper is not None
    assert (paper["lang"], paper["dir"]) == (language(code).tag, language(code).direction)


def test_what_changes_against_the_version_before_is_marked(
    notice: LegalNotice, editor: User, as_approver: Client
) -> None:
    make_text(notice, heading="Old heading", body='<p>The same <a href="/en/legal/a/">words</a>.</p>')
    draft = draft_text(
        notice, "en", by=editor, heading="New heading", body='<p>The same <a href="/en/legal/b/">words</a>.</p>'
    )
    changes = BeautifulSoup(as_approver.get(screen(draft)).content, "html.parser").select_one(".desk-changes")
    assert changes is not None
    gone, come = ([part.get_text() for part in changes.select(tag)] for tag in ("del", "ins"))
    assert gone == ["Old", "[/en/legal/a/]."]
    assert come == ["New", "[/en/legal/b/]."]


def test_a_rule_is_read_in_sentences_with_what_it_changes(matters: Matters, as_approver: Client) -> None:
    end = draft_withdrawal(matters.rule, by=User.objects.get(username="author"), reason="It is over.")
    html = as_approver.get(screen(end)).content.decode()
    assert "This version ends the rule." in html
    assert "It is over." in html
    decide(as_approver, end, "approve")
    assert NoticeRule.objects.get(pk=matters.rule.pk).ended_at is not None


def test_a_rule_without_words_to_show_is_refused(notice: LegalNotice, editor: User, as_approver: Client) -> None:
    rule = draft_rule(notice, by=editor, region=make_region("RU"), reason="A reason.")
    assert "no approved words" in decide(as_approver, rule, "approve")
    assert state_of(rule) == State.DRAFT


def test_whoever_approves_a_withholding_reads_what_readers_are_told(editor: User, as_approver: Client) -> None:
    order = make_notice("order", Kind.WITHHELD, authority="A court", basis="A law of 1999")
    rule = draft_rule(order, by=editor, region=make_region("DE"), reason="Ordered.", applies_to_unknown=False)
    html = as_approver.get(screen(rule)).content.decode()
    assert "A court" in html and "A law of 1999" in html
    assert "does not apply to readers whose country is unknown" in html


@pytest.fixture
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


@pytest.mark.usefixtures("_edge")
def test_editing_approved_words_leaves_the_old_ones_on_the_page_until_somebody_else_approves(
    client: Client, notice: LegalNotice, as_editor: Client, as_approver: Client
) -> None:
    story = make_story()
    make_text(notice, words="Old words")
    make_rule(notice)

    def read() -> str:
        snapshot.forget()
        return client.get(story.url_path, headers={"X-Geo-Secret": SECRET, "CF-IPCountry": "RU"}).content.decode()

    assert "Old words." in read()
    form = reverse("legal_desk:words", args=[notice.pk, "en"])
    as_editor.post(form, {"heading": "New heading", "body": "<p>New words.</p>"})
    draft = NoticeText.objects.get(approved_at=None)
    assert "Old words." in read() and "New words." not in read()
    decide(as_editor, draft, "approve")
    assert "Old words." in read() and "New words." not in read()
    decide(as_approver, draft, "approve")
    assert "New words." in read() and "Old words." not in read()
