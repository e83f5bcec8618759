"""Tests of pages that lead nowhere."""

from __future__ import annotations

import pytest

from articles.legal.preview.neutral import neutral


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<script src="https://elsewhere.example/x.js"></script>',
        '<a href="https://elsewhere.example/">words</a>',
        '<a href="javascript:alert(1)" ping="https://elsewhere.example/">words</a>',
        '<img src="https://elsewhere.example/pixel.gif" alt="">',
        '<img src="//elsewhere.example/pixel.gif" srcset="https://elsewhere.example/2x.gif 2x" alt="">',
        '<img src="/\\elsewhere.example/pixel.gif" alt="">',
        '<iframe src="https://elsewhere.example/"></iframe>',
        '<form action="https://elsewhere.example/"><button>Send</button></form>',
        '<button formaction="https://elsewhere.example/">Send</button>',
        '<link rel="canonical" href="https://elsewhere.example/">',
        '<link rel="stylesheet" href="https://elsewhere.example/site.css">',
        '<link rel="preload" href="/elsewhere.example">',
        '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
        '<base href="https://elsewhere.example/">',
        "<p onclick=\"location='https://elsewhere.example/'\">words</p>",
        '<video poster="https://elsewhere.example/p.jpg"><source src="https://elsewhere.example/v.mp4"></video>',
        '<div class="hosted" data-hosted="https://elsewhere.example/">words</div>',
        '<svg><a xlink:href="https://elsewhere.example/">words</a></svg>',
        '<object data="https://elsewhere.example/"></object>',
    ],
)
def test_whatever_leads_away_is_gone(hostile: str) -> None:
    calm = neutral(f"<html><body>{hostile}<p>The words stay.</p></body></html>")
    assert "elsewhere" not in calm
    assert "alert" not in calm
    assert "The words stay." in calm


def test_our_own_style_and_pictures_stay() -> None:
    page = '<link rel="stylesheet" href="/static/site.css"><img src="/media/p.jpg" srcset="/media/p2.jpg 2x" alt="">'
    calm = neutral(page)
    assert "/static/site.css" in calm
    assert "/media/p.jpg" in calm
    assert "/media/p2.jpg" in calm


@pytest.mark.parametrize("name", ["../../etc/passwd", "nothing.jpg", "%2e%2e/secret.png"])
def test_a_private_picture_that_is_none_is_left_out(name: str) -> None:
    assert 'src=""' in neutral(f'<img src="/admin/files/{name}" alt="">', with_private_pictures=True)
