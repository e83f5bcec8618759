"""Tests of what is kept because the law refers to it, and that no refusal or list of uses tells of sealed orders."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex

from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from newsroom.regions.models import Region
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import SECRET, Matters, client_of
from tests.articles.legal.makers import make_region
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db


def delete_region(client: Client, region: Region) -> str:
    address = reverse(Region.snippet_viewset.get_url_name("delete"), args=[region.pk])
    return client.post(address, follow=True).content.decode()


def test_a_region_of_a_rule_stays(matters: Matters, sealed: Matters) -> None:
    holder = make_administrator()
    holder.user_permissions.add(Permission.objects.get(codename="see_sealed"))
    client = client_of(User.objects.get(pk=holder.pk))
    for region in (matters.rule.region, sealed.rule.region):
        assert "Regions are kept" in delete_region(client, region)
        assert Region.objects.filter(pk=region.pk).exists()
    unused = make_region("FR")
    delete_region(client, unused)
    assert not Region.objects.filter(pk=unused.pk).exists()


def test_no_refusal_tells_of_a_sealed_rule(sealed: Matters, matters: Matters) -> None:
    client = client_of(make_administrator())
    unused = make_region("FR")
    messages = [
        delete_region(client, region).count("Regions are kept")
        for region in (unused, matters.rule.region, sealed.rule.region)
    ]
    assert messages == [1, 1, 1]
    address = reverse("wagtail_bulk_action", args=["regions", "region", "delete"])
    client.post(f"{address}?id={unused.pk}&id={sealed.rule.region_id}&next=/admin/")
    assert Region.objects.filter(pk=unused.pk).exists()


def test_no_list_of_uses_tells_of_the_law(sealed: Matters, matters: Matters) -> None:
    for model in (Demand, LegalNotice, NoticeRule, NoticeText):
        assert not ReferenceIndex.model_is_indexable(model)
    client = client_of(make_administrator())
    for region in (sealed.rule.region, matters.rule.region):
        usage = client.get(reverse(Region.snippet_viewset.get_url_name("usage"), args=[region.pk])).content.decode()
        assert f"{SECRET} notice" not in usage and "notice-secret" not in usage
        assert "notice-open" not in usage


def test_an_account_that_has_signed_stays(matters: Matters) -> None:
    root = make_user("root")
    root.is_superuser = True
    root.save()
    client = client_of(root)
    author, unused = User.objects.get(username="author"), make_user("unused")
    html = client.post(reverse("wagtailusers_users:delete", args=[author.pk]), follow=True).content.decode()
    assert "make it inactive instead" in html
    address = reverse("wagtail_bulk_action", args=["users", "user", "delete"])
    client.post(f"{address}?id={unused.pk}&id={author.pk}&next=/admin/")
    assert User.objects.filter(pk__in=[author.pk, unused.pk]).count() == 2
    client.post(reverse("wagtailusers_users:delete", args=[unused.pk]))
    assert not User.objects.filter(pk=unused.pk).exists()
