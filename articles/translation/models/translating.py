"""A request to have a story in several languages, and how far it has come."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.pages.article import ArticlePage


class TranslatingJob(models.Model):
    """Drafts of one story in several languages, asked for at once and made one after the other."""

    source = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


class TranslatingStep(models.Model):
    """One language of a job."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("Waiting")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    class Problem(models.TextChoices):
        """Why it failed, said in words when somebody reads it."""

        NONE = "", ""
        REFUSED = "refused", _("You may not translate into this language.")
        NO_FRONT_PAGE = "no_front_page", _("This language has no front page yet.")
        KILLED = "killed", _("The story was killed.")
        UNEXPECTED = "unexpected", _("Something went wrong. It is written in the log; try again.")

    job = models.ForeignKey(TranslatingJob, on_delete=models.CASCADE, related_name="steps")
    language = models.CharField(max_length=16)
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    problem = models.CharField(max_length=32, choices=Problem.choices, default=Problem.NONE, blank=True)
    story = models.ForeignKey(ArticlePage, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["job", "language"], name="a_language_is_once_in_a_job")]
