"""Tests of the stems of Pashto."""

from __future__ import annotations

import pytest

from tests.search.conflation.iranian.meeting import apart_from, colliding_rate, meet, meeting_rate

MASCULINE = (
    "کتاب لاس ښار هېواد ولایت بازار جنګ بانک نظر قلم دفتر حکومت دولت پارلمان تړون ټانک توپ سرک باغ سیند درخت".split()
)
LIVING = "استاد شاګرد ډاکټر خبریال دوست دښمن همکار افسر شاعر لیکوال کارګر بزګر چرګ مار سفیر مهاجر".split()
IN_AY = "سړی ښوونځی لوبغاړی زلمی ښوونکی لیدونکی غړی پسرلی".split()
FEMININE = "ښځه وسله کوټه سیمه ستونزه پېښه حمله چاودنه پوښتنه جرګه غونډه اداره کارخانه مېوه اوسپنه لوبه".split()
ADJECTIVES = "لوړ ټیټ ژور چټک سخت نرم پاک ارزان مات خلاص پراخ نړیوال".split()
SIMPLE = "تړل وهل لیکل منل څښل ګڼل شمېرل څېړل ساتل پالل شړل کرل ګټل ټاکل پلورل لېږل سپارل پلټل".split()
IN_WEDEL = "لګېدل جوړېدل بدلېدل خپرېدل درېدل چاودېدل ګډېدل بهېدل چلېدل کمېدل غږېدل لړزېدل پیاوړېدل".split()
IN_WAWEL = "رسول لګول جوړول بدلول اچول غورځول خپرول درول ودانول ماتول ازادول پیاوړول کارول".split()


def _endings(word: str, *endings: str, off: int = 0) -> list[str]:
    base = word[: len(word) - off]
    return [word, *(base + ending for ending in endings)]


NOUNS = {
    **{word: _endings(word, "ونه", "ونو", "ه") for word in MASCULINE},
    **{word: _endings(word, "ان", "انو", "ه") for word in LIVING},
    **{word: _endings(word, "ي", "و", "یو", "یه", off=1) for word in IN_AY},
    **{word: _endings(word, "ې", "و", off=1) for word in FEMININE},
}
DECLINED = {word: _endings(word, "ه", "ې", "و") for word in ADJECTIVES}


def verb(infinitive: str, present: str) -> list[str]:
    """Present, perfective, past, participles."""
    past = infinitive[:-1]
    forms = [infinitive, infinitive + "ی", infinitive + "ې", past + "ونکی", "و" + present + "ه"]
    for prefix in ("", "و"):
        forms += [prefix + present + ending for ending in ("م", "ې", "ي", "و", "ئ")]
        forms += [prefix + past + ending for ending in ("م", "ې", "ه", "و", "لم", "له", "لې")]
    return forms


VERBS = {
    **{word: verb(word, word[:-1]) for word in (*SIMPLE, *IN_WAWEL)},
    **{word: verb(word, word[:-2] + "ږ") for word in IN_WEDEL},
}


@pytest.mark.parametrize("paradigms", [NOUNS, DECLINED, VERBS], ids=["nouns", "adjectives", "verbs"])
def test_forms_of_one_word_meet(paradigms: dict[str, list[str]]) -> None:
    """Over the generated paradigms."""
    assert meeting_rate("ps", paradigms) >= 0.95


def test_forms_of_two_words_that_begin_alike_rarely_meet() -> None:
    """Of all kinds, with derivatives, and intransitive verbs beside their causatives."""
    derived = ("دوستي", "دښمني", "همکاري", "ښاروالي", "هېوادوالي", "جنګیالي", "پارلماني", "دولتي", "درختي")
    alike = {word: _endings(word, "ۍ", "یو", off=1) for word in derived}
    assert colliding_rate("ps", {**NOUNS, **DECLINED, **VERBS, **alike}) <= 0.05


@pytest.mark.parametrize(
    ("first", "forms"),
    [
        ("کول", "کوم کوي وکړ وکړه کړی کاوه کوونکی"),
        ("تلل", "ځم ځي لاړ لاړه ولاړم"),
        ("راتلل", "راځي راغی راغلل راشي"),
        ("لیدل", "وینم ولید لیدلی ووینئ"),
        ("اخیستل", "اخلي واخیست واخلي اخیستی"),
        ("ویل", "وایي وویل ووایي"),
        ("پښتون", "پښتانه پښتنو پښتنه"),
        ("پلار", "پلرونه پلرونو"),
        ("ورور", "وروڼه وروڼو"),
        ("خور", "خویندې خویندو"),
        ("سوړ", "ساړه سړې سړو"),
        ("قاضي", "قاضیان قاضیانو"),
        ("رڼا", "رڼاوې رڼاوو رڼاګانې"),
        ("ډاکو", "ډاکوګان ډاکوګانو"),
        ("هګۍ", "هګیو"),
        ("غږ", "غږونه غږونو"),
        ("نمونه", "نمونې نمونو"),
        ("کال", "کلونه کلونو"),
    ],
)
def test_a_word_is_found_by_all_its_forms(first: str, forms: str) -> None:
    """Verbs of two stems, plurals of every class, vowels that change."""
    assert apart_from("ps", first, *forms.split()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("دوست", "دوستي"), ("رسول", "رسېدل"), ("جوړوي", "جوړېږي"), ("کتاب", "کتل"), ("همکاران", "همکاري"), ("ښار", "ښاخ")],
)
def test_two_words_do_not_meet(one: str, other: str) -> None:
    """A noun and its derivative in ye, a verb and its causative."""
    assert not meet("ps", one, other)
