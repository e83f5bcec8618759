"""The addresses of the desk below the admin's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from articles.translation.desk import inbox, lists, records, translate
from articles.translation.desk.screens import NAMESPACE


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses, for the admin's hook."""
    patterns = [
        path("", lists.BoardScreen.as_view(), name="board"),
        path("work/", lists.WorkScreen.as_view(), name="work"),
        path("load/", lists.LoadScreen.as_view(), name="load"),
        path("inbox/", inbox.Inbox.as_view(), name="inbox"),
        path("inbox/<int:pk>/", inbox.OpenNote.as_view(), name="note"),
        path("stories/<int:pk>/", translate.Translate.as_view(), name="translate"),
        path("jobs/<int:pk>/", translate.Job.as_view(), name="job"),
        path("jobs/<int:pk>/again/", translate.JobAgain.as_view(), name="job_again"),
        path("<int:pk>/", records.Record.as_view(), name="record"),
        *(path(f"<int:pk>/{name}/", view, name=name) for name, view in records.DEEDS.items()),
    ]
    return [path("translation-desk/", include((patterns, NAMESPACE)))]
