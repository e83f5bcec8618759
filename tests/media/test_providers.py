"""Tests of the sites whose players may stand in a story."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from media.providers import provider_of

PLAYER = "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE?autoplay=1"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=M7lc1UVf-VE",
        "https://youtube.com/watch?v=M7lc1UVf-VE&t=10s",
        "https://m.youtube.com/watch?v=M7lc1UVf-VE#t=1",
        "https://www.youtube.com/shorts/M7lc1UVf-VE",
        "https://www.youtube.com/live/M7lc1UVf-VE?feature=share",
        "https://youtu.be/M7lc1UVf-VE?si=x",
    ],
)
def test_every_form_of_a_youtube_address_leads_to_the_player_without_cookies(address: str) -> None:
    hosted = provider_of(address)
    assert hosted
    assert (hosted.provider, hosted.address, hosted.player) == ("YouTube", address, PLAYER)


@pytest.mark.parametrize("address", ["https://vimeo.com/76979871", "https://www.vimeo.com/76979871?h=1#t=2"])
def test_a_vimeo_address_leads_to_the_player_that_does_not_track(address: str) -> None:
    hosted = provider_of(address)
    assert hosted
    assert (hosted.provider, hosted.player) == ("Vimeo", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "M7lc1UVf-VE",
        "http://www.youtube.com/watch?v=M7lc1UVf-VE",
        "HTTPS://www.youtube.com/watch?v=M7lc1UVf-VE",
        "//www.youtube.com/watch?v=M7lc1UVf-VE",
        " https://youtu.be/M7lc1UVf-VE",
        "https://youtu.be/M7lc1UVf-VE ",
        "https://youtu.be/M7lc1UVf-VE\n",
        "https://youtu.be/M7lc1UVf-VE?a\nb",
        "https://youtube.com.example.org/watch?v=M7lc1UVf-VE",
        "https://example.org/?https://youtu.be/M7lc1UVf-VE",
        "https://user@youtube.com/watch?v=M7lc1UVf-VE",
        "https://youtube.com@example.org/watch?v=M7lc1UVf-VE",
        "https://www.youtube.com:8443/watch?v=M7lc1UVf-VE",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=" + "x" * 21,
        "https://www.youtube.com/watch?v=\u0430\u0431\u0432\u0433\u0434\u0435\u0436",
        "https://www.youtube.com/watch?v=M7lc1UVf/../x",
        'https://youtu.be/M7lc1UVf"onload="',
        "https://www.youtube.com/embed/M7lc1UVf-VE",
        "https://www.youtube.com/redirect?q=https://example.org",
        "https://vimeo.com/123",
        "https://vimeo.com/\u0661\u0662\u0663\u0664\u0665",
        "https://vimeo.com/channels/76979871",
        "javascript:alert(1)//youtu.be/M7lc1UVf-VE",
        "https://youtu.be/" + "x" * 300_000,
    ],
)
def test_nothing_else_is_let_in(address: str) -> None:
    assert provider_of(address) is None


@pytest.mark.parametrize("tail", ["?x='\"><script>", "&x=\u202e", "#" + "x" * 100_000])
def test_what_follows_the_id_never_reaches_the_player(tail: str) -> None:
    hosted = provider_of(f"https://www.youtube.com/watch?v=M7lc1UVf-VE{tail}")
    assert hosted
    assert hosted.player == PLAYER


def test_players_stand_only_at_the_hosts_that_the_content_security_policy_names(settings: object) -> None:
    allowed = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]  # type: ignore[attr-defined]
    for address in ("https://youtu.be/M7lc1UVf-VE", "https://vimeo.com/76979871"):
        hosted = provider_of(address)
        assert hosted
        assert f"https://{urlsplit(hosted.player).netloc}" in allowed
