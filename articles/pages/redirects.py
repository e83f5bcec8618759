"""Redirects that editors or moved pages leave behind: none tells the address of a page that readers may not see."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects import middleware
from wagtail.models import Page

from articles.pages.links import visible_pages


class VisibleRedirectMiddleware(middleware.RedirectMiddleware):
    """Wagtail's redirects, without those to hidden pages."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The redirect for an address that was not found, or the page that says so."""
        answer: HttpResponse = super().process_response(request, response)
        return response if answer is not response and leads_to_hidden(answer["Location"]) else answer


def leads_to_hidden(location: str) -> bool:
    """Whether a page lies at the address and readers may not see it."""
    address = unquote(urlsplit(location).path).rstrip("/") + "/"
    at_address = Page.objects.filter(url_path=address)
    return at_address.exists() and not visible_pages().filter(url_path=address).exists()
