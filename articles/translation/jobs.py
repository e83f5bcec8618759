"""Translating into many languages in the background: a row for each language says how far it is."""

from __future__ import annotations

import logging
from collections.abc import Collection
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django_tasks import task

from articles.pages.article import ArticlePage
from articles.translation.models import TranslatingJob, TranslatingStep
from articles.translation.models.translating import TranslatingStep as Step
from articles.translation.translating import translate_into
from articles.translation.wanting import LanguageHasNoDesk, StoryIsKilled

logger = logging.getLogger(__name__)

WORDS: dict[type[Exception], Step.Problem] = {
    PermissionDenied: Step.Problem.REFUSED,
    LanguageHasNoDesk: Step.Problem.NO_FRONT_PAGE,
    StoryIsKilled: Step.Problem.KILLED,
}


@transaction.atomic
def ask_for(source: ArticlePage, codes: Collection[str], *, by: AbstractBaseUser) -> TranslatingJob:
    """Notes the job and has the worker do it; in development it is done when this returns."""
    job = TranslatingJob.objects.create(source=source, by_id=by.pk)
    TranslatingStep.objects.bulk_create([TranslatingStep(job=job, language=code) for code in dict.fromkeys(codes)])
    transaction.on_commit(partial(run_job.enqueue, job.pk))
    return job


@transaction.atomic
def try_again(job: TranslatingJob) -> None:
    """Does what failed once more, and what a worker that was stopped has left."""
    job.steps.filter(state=Step.State.FAILED).update(state=Step.State.WAITING, problem=Step.Problem.NONE)
    transaction.on_commit(partial(run_job.enqueue, job.pk))


@task()
def run_job(pk: int) -> None:
    """Makes the drafts that are still to be made, one language after the other; safe to run twice."""
    job = TranslatingJob.objects.select_related("source", "by").filter(pk=pk).first()
    if job is None or job.by is None:
        return
    for step in job.steps.filter(state=Step.State.WAITING):
        _do(step, job)


def _do(step: TranslatingStep, job: TranslatingJob) -> None:
    try:
        [step.story] = translate_into(job.source, [step.language], by=job.by)
        step.state, step.problem = Step.State.DONE, Step.Problem.NONE
    except Exception as error:  # one language that fails must not stop the others
        step.state, step.problem = Step.State.FAILED, WORDS.get(type(error), Step.Problem.UNEXPECTED)
        if step.problem == Step.Problem.UNEXPECTED:
            logger.exception("Story %s was not translated into %s", job.source.pk, step.language)
    step.save(update_fields=["state", "problem", "story"])
