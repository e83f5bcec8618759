"""The addresses of the desk below the admin's."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from articles.legal.desk import approvals, at_once, demands, notices, overview, rules, texts
from articles.legal.desk.screens import NAMESPACE


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses, for the admin's hook."""
    patterns = [
        path("", overview.OverviewScreen.as_view(), name="overview"),
        path("notices/", notices.NoticeList.as_view(), name="notices"),
        path("notices/new/", notices.NewNotice.as_view(), name="new_notice"),
        path("notices/<int:pk>/", notices.NoticePage.as_view(), name="notice"),
        path("notices/<int:pk>/edit/", notices.EditNotice.as_view(), name="edit_notice"),
        path("notices/<int:pk>/words/<str:code>/", texts.WordsScreen.as_view(), name="words"),
        path("notices/<int:pk>/rules/new/", rules.NewRule.as_view(), name="new_rule"),
        path("texts/<int:pk>/", approvals.Decide.as_view(noun="text"), name="text"),
        path("texts/<int:pk>/alone/", at_once.Alone.as_view(noun="text"), name="text_alone"),
        path("rules/<int:pk>/", approvals.Decide.as_view(noun="rule"), name="rule"),
        path("rules/<int:pk>/alone/", at_once.Alone.as_view(noun="rule"), name="rule_alone"),
        path("rules/<int:pk>/next/", rules.NextVersion.as_view(), name="next_rule"),
        path("rules/<int:pk>/withdraw/", rules.Withdraw.as_view(), name="withdraw"),
        path("rules/<int:pk>/lift/", at_once.Lift.as_view(), name="lift"),
        path("at-once/put-up/", at_once.PutUp.as_view(), name="put_up"),
        path("at-once/withhold/", at_once.Withhold.as_view(), name="withhold"),
        path("demands/", demands.DemandList.as_view(), name="demands"),
        path("demands/new/", demands.NewDemand.as_view(), name="new_demand"),
        path("demands/<int:pk>/", demands.DemandPage.as_view(), name="demand"),
        path("demands/<int:pk>/edit/", demands.EditDemand.as_view(), name="edit_demand"),
        path("demands/<int:pk>/answered/", demands.Answered.as_view(), name="answered"),
        path("demands/<int:pk>/file/", demands.Document.as_view(), name="document"),
    ]
    return [path("legal/", include((patterns, NAMESPACE)))]
