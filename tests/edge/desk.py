"""What staff do in the newsroom that is being served, in a process of its own that takes orders line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from articles.legal.approval import approve
from articles.legal.drafting import draft_rule, draft_withdrawal
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.terms import Kind, ScopeKind
from articles.pages.article import ArticlePage
from articles.pages.killing.killing import kill_story, revive_story
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region
from newsroom.users.groups import ensure_legal
from tests.articles.legal.makers import lawyers, make_notice, make_region, make_text
from tests.factories import make_picture, make_story, make_translation, make_video

KEY = "undesirable"
SPREAD = "Qwzx"
"""A word that no page has by itself, in any language."""


def obey() -> None:
    """Does what each line of the input says, a name and arguments as JSON, and writes a line with what came of it."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(DEEDS[name](*arguments)), flush=True)  # noqa: T201 the answer is the output


def publish() -> str:
    """The address of a story in a new newsroom with a notice that no rule shows yet."""
    call_command("migrate", verbosity=0)
    ensure_legal()
    make_region("RU")
    make_text(make_notice(KEY))
    return make_story(title="Five countries measure a sea").url_path


def show(starts_in: float | None = None, ends_in: float | None = None) -> list[float]:
    """Shows the notice to readers in Russia, from and until so many seconds from now; the two moments."""
    withdraw()
    author, approver = lawyers()
    now = timezone.now()
    starts, ends = ((now + timedelta(seconds=each)) if each else None for each in (starts_in, ends_in))
    notice, region = LegalNotice.objects.get(key=KEY), Region.objects.get(name="RU")
    draft = draft_rule(notice, by=author, region=region, reason="A test.", starts_at=starts, ends_at=ends)
    approve(draft, by=approver, digest=draft.digest)
    return [each.timestamp() for each in (starts, ends) if each]


def reword(words: str) -> None:
    """Gives the notice other words."""
    make_text(LegalNotice.objects.get(key=KEY), words=words)


def withhold() -> None:
    """Withholds the story from readers in Germany."""
    author, approver = lawyers()
    order, region = make_notice("order", Kind.WITHHELD), make_region("DE")
    make_text(order)
    story = ArticlePage.objects.order_by("pk")[0]
    draft = draft_rule(
        order,
        by=author,
        region=region,
        reason="A test.",
        scope_kind=ScopeKind.STORY,
        scope_target=str(story.translation_key),
        applies_to_unknown=False,
    )
    approve(draft, by=approver, digest=draft.digest)


def withdraw() -> None:
    """Ends every rule."""
    author, approver = lawyers()
    for rule in NoticeRule.objects.filter(approved_at__isnull=False, ended_at__isnull=True, withdraws=False):
        draft = draft_withdrawal(rule, by=author, reason="A test.")
        approve(draft, by=approver, digest=draft.digest)


def illustrate() -> list[str]:
    """A new story with a video: the address of the video's captions, and the story's key."""
    video = make_video()
    story = make_story(title="A film", body=[("video", {"video": video, "title": "Watch", "caption": ""})])
    return [video.tracks.get().published_file.url, str(story.translation_key)]


def withhold_film(story: str) -> None:
    """Withholds a story from readers in Russia."""
    author, approver = lawyers()
    order = LegalNotice.objects.filter(key="film").first() or make_notice("film", Kind.WITHHELD)
    draft = draft_rule(
        order,
        by=author,
        region=Region.objects.get(name="RU"),
        reason="A test.",
        scope_kind=ScopeKind.STORY,
        scope_target=story,
        applies_to_unknown=False,
    )
    approve(draft, by=approver, digest=draft.digest)


def spread() -> dict[str, str]:
    """A story with a picture and a film in every language: the addresses of all that tells of it."""
    picture, video = make_picture(), make_video()
    fields = {"lead_picture": picture, "body": [("video", {"video": video, "title": "Watch", "caption": ""})]}
    stories = [make_story("en", title=f"{SPREAD} en", slug=SPREAD.lower(), **fields)]
    for code in LANGUAGES:
        if code != "en":
            stories.append(make_translation(stories[0], code, title=f"{SPREAD} {code}", slug=SPREAD.lower(), **fields))
    addresses = {
        "file picture": f"{settings.MEDIA_URL}pictures/{picture.token}/wide-640.jpeg",
        "file captions": video.tracks.get().published_file.url,
    }
    for story in stories:
        code = story.locale.language_code
        addresses |= {
            f"story {code}": story.url_path,
            f"front page {code}": f"/{code}/",
            f"section {code}": f"/{code}/world/",
            f"feed {code}": f"/{code}/search/feed.atom?q={SPREAD}",
            f"search {code}": f"/{code}/search/?q={SPREAD}+{code}",
        }
    return addresses


def kill_spread() -> None:
    """Takes it down in every language."""
    kill_story(ArticlePage.objects.filter(slug=SPREAD.lower())[0], by=None, reason="It was false.")


def revive_spread() -> None:
    """Brings it back."""
    revive_story(ArticlePage.objects.filter(slug=SPREAD.lower())[0], by=None, reason="It was true.")


def deliver() -> None:
    """Does what the worker does: tells the caches among other things."""
    call_command("run_worker", once=True)


DEEDS: dict[str, Callable[..., object]] = {
    deed.__name__: deed
    for deed in (
        publish,
        show,
        reword,
        withhold,
        withdraw,
        illustrate,
        withhold_film,
        spread,
        kill_spread,
        revive_spread,
        deliver,
    )
}
