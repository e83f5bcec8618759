"""What stands at a desk when somebody comes to its doors: one of everything that has a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from wagtail.models import TaskState

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import correct
from articles.pages.corrections.models import Correction, CorrectionText
from articles.pages.founding import section
from articles.pages.home import HomePage
from articles.pages.killing.killing import kill_story
from articles.pages.section import SectionPage
from articles.translation.jobs import ask_for
from articles.translation.models import GlossaryTerm, Notification, Release, ReleaseItem, TranslatingJob, Translation
from articles.translation.releases.making import add_stories, make_release
from articles.translation.translating import translate_into
from articles.translation.wanting import want
from media.models import Picture, Video
from newsroom.users.desks import desk_of
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.articles.translation.stories import publish, record_of, write
from tests.factories import make_picture, make_story, make_user, make_video

SECRET = "Unspeakable"
"""Stands in every headline that only people of the language may know."""


@dataclass(frozen=True)
class Desk:
    """The things of one language."""

    code: str
    author: User
    """An editor of the language who made all of it and comes to no door."""
    home: HomePage
    section: SectionPage
    story: ArticlePage
    """Live, a translation, with a newer draft."""
    draft: ArticlePage
    """A translation that never was public, in its workflow, locked by its author."""
    plain: ArticlePage
    """A draft, no translation, never public."""
    scheduled: ArticlePage
    """The same, to go live tomorrow."""
    alias: SectionPage
    """Stories have none: each has an address of its own in the world."""
    killed: ArticlePage
    record: Translation
    """Of the draft."""
    stale: Translation
    """Of the story, whose source has changed."""
    wanted: Translation
    """Without a page."""
    task: TaskState
    release: Release
    item: ReleaseItem
    correction: Correction
    """Of the story in this language, withdrawable."""
    text: CorrectionText
    """The task to check the story's version after the source was corrected."""
    term: GlossaryTerm
    note: Notification
    job: TranslatingJob
    source: ArticlePage
    video: Video
    picture: Picture


def foreign_to(code: str) -> str:
    """A language of another desk."""
    return next(other for other in ("ru", "fa") if desk_of(other) != desk_of(code))


def source_of(code: str) -> str:
    """The language that stories come from, of a third desk."""
    return next(other for other in ("en", "uk", "ka") if other != code and desk_of(other) != desk_of(code))


def set_up(code: str) -> Desk:
    """A desk with everything on it."""
    world = section(code, "world", "World")
    author = make_user(f"author-{code}", editors_of(code))
    source = make_story(source_of(code), title="Public source", slug=f"source-of-{code}")
    story = _translated(source, code, author)
    correct(source, by=None, gravity="factual", wrong="Nine", right="Seven")
    text = CorrectionText.objects.get(story=story.pk)
    correction = correct(story, by=author, gravity="factual", wrong="9", right="7")
    publish(source, title="Public changed source")
    killed = make_story(code, title="Public and killed", slug="killed")
    kill_story(killed, by=None, reason="It was wrong.")
    draft = _draft(code, author)
    plain = make_story(code, publish=False, live=False, title=f"{SECRET} {code} plain", owner=author, slug="plain")
    plain.save_revision(user=author)
    alias = world.create_alias(update_slug="alias", user=author)
    release = make_release(f"{SECRET} {code} release", by=author, publish_at=timezone.now() + timedelta(days=2))
    [item] = add_stories(release, [plain], by=author)
    wished = make_story(source_of(code), title="Public wish", slug=f"wish-of-{code}")
    [wanted] = want(wished, [code], by=author)
    terms = {
        "source_language": source_of(code),
        "language": code,
        "term": "sea",
        "translation": f"{SECRET} {code} term",
    }
    note = Notification.objects.create(user=author, kind=Notification.Kind.WANTED, translation=wanted)
    return Desk(
        code=code,
        author=author,
        home=HomePage.objects.get(slug=code),
        section=world,
        story=write(story, title=f"{SECRET} {code} story"),
        draft=draft,
        plain=ArticlePage.objects.get(pk=plain.pk),
        scheduled=_scheduled(code, author),
        alias=SectionPage.objects.get(pk=alias.pk),
        killed=ArticlePage.objects.get(pk=killed.pk),
        record=record_of(draft),
        stale=record_of(story),
        wanted=wanted,
        task=TaskState.objects.get(revision__object_id=str(draft.pk)),
        release=release,
        item=item,
        correction=correction,
        text=text,
        term=GlossaryTerm.objects.create(**terms),
        note=note,
        job=ask_for(wished, [code], by=author),
        source=wished,
        video=make_video(),
        picture=make_picture(),
    )


def _translated(source: ArticlePage, code: str, author: User) -> ArticlePage:
    [made] = translate_into(source, [code], by=author)
    return publish(made, title="Public translation")


def _draft(code: str, author: User) -> ArticlePage:
    source = make_story(source_of(code), title="Public other source", slug=f"other-source-of-{code}")
    [made] = translate_into(source, [code], by=author)
    draft = write(made, title=f"{SECRET} {code} draft")
    ArticlePage.objects.filter(pk=draft.pk).update(title=f"{SECRET} {code} draft")
    draft.get_workflow().start(draft, author)  # type: ignore[union-attr]  # every language has a workflow
    ArticlePage.objects.filter(pk=draft.pk).update(locked=True, locked_by=author, locked_at=timezone.now())
    return ArticlePage.objects.get(pk=draft.pk)


def _scheduled(code: str, author: User) -> ArticlePage:
    story = make_story(code, publish=False, live=False, title=f"{SECRET} {code} later", owner=author, slug="later")
    story.go_live_at = timezone.now() + timedelta(days=1)
    story.save_revision(user=author).publish(user=author)
    return ArticlePage.objects.get(pk=story.pk)
