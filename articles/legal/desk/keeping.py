"""What the law refers to is kept: regions of rules and accounts of people who wrote or approved.

Whoever may not know of sealed orders is refused always, so that no refusal tells of one.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from articles.legal.access import MAY_SEE_SEALED, may
from articles.legal.models import Demand, NoticeRule, NoticeText
from newsroom.regions.models import Region
from newsroom.users.models import User


def refuse_region(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """A message and the way back, where a region is to be deleted that a rule refers to, or may refer to."""
    regions = [region for region in instances if isinstance(region, Region)]
    if not regions:
        return None
    if may(request.user, MAY_SEE_SEALED) and not NoticeRule.objects.filter(region__in=regions).exists():
        return None
    messages.error(request, _("Regions are kept: rules of today and of the past refer to them."))
    return redirect(Region.snippet_viewset.get_url_name("list"))  # Wagtail adds it


def refuse_account(request: HttpRequest, user: User) -> HttpResponse | None:
    """A message and the way back, where the account of somebody is to be deleted whose name the law keeps."""
    people = Q(author=user) | Q(approved_by=user) | Q(confirmed_by=user) | Q(rejected_by=user)
    signed = any(model._default_manager.filter(people).exists() for model in (NoticeText, NoticeRule))
    if not signed and not Demand.objects.filter(recorded_by=user).exists():
        return None
    messages.error(request, _("This account has signed what is kept for good: make it inactive instead."))
    return redirect("wagtailusers_users:edit", user.pk)


def refuse_accounts(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: object
) -> HttpResponse | None:
    """The same for many accounts at once: none is deleted where one must stay."""
    if action_type != "delete":
        return None
    refusals = (refuse_account(request, user) for user in objects if isinstance(user, User))
    return next((refusal for refusal in refusals if refusal is not None), None)
