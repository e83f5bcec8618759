"""Tests of the words of every language: forms that must meet, words that must not, and letters that break nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.languages import LANGUAGES
from search.conflation.table import CONFLATIONS, stems, stems_of_text

SAME: dict[str, str] = {
    "az": "kitab kitablarımızdan kitabı, uşaq uşağı uşaqların, getmək gedirlər getdi",
    "ba": "китап китабы китаптарҙан, бала балалар баланың",
    "be": "кніга кніг кнізе, пісаць піша пісаў, журналіст журналістамі, рука руцэ",
    "bg": "книга книгите книги, пиша писал пишеше, журналист журналистите, мляко млекото",
    "bs": "knjiga knjizi knjige, pisati piše pisao, novinar novinarima, vrijeme vremena",
    "ce": "стаг стеган нах, книга книгаш книгин, бер бераш беран",
    "cnr": "knjiga knjizi, rijeka rijekama, novinar novinarima",
    "crh": "kitap kitabım kitaplardan, balaq balağı",
    "en": "run running ran, child children, city cities, write wrote written, minister ministers’",
    "fa": "کتاب کتاب‌ها کتابهای کتاب‌هایم, رفتن می‌روم رفت نمی‌روند برو, روزنامه‌نگار روزنامه‌نگاران",
    "fa-af": "کتاب کتاب‌ها کتابهای, گفتن می‌گوید گفت نگفتند, شهر شهرها شهرهای",
    "hr": "knjiga knjizi knjige, pobijediti pobijedila pobijedio, vlak vlakovi vlakom",
    "hu": "alma almát almákból, ház házaimban házak, ló lovat lovak, tehén tehenek",
    "hy": "գիրք գրքերը գրքի գրքից, գնալ գնում գնաց, լրագրող լրագրողներին, տուն տներում",
    "ka": "წიგნი წიგნის წიგნებში, წყალი წყლის, წერა წერს დაწერა, ჟურნალისტი ჟურნალისტებმა",
    "kk": "кітап кітабы кітаптарымыздан, бару барды барған бармайды, мектеп мектебі",
    "ky": "китеп китеби китептерден, баруу барды барган барбайт",
    "mk": "книга книгите, пишува пишувал, новинар новинарите",
    "ps": "کتاب کتابونه کتابونو, تلل ځم لاړ, هلک هلکان هلکانو, ښځه ښځې ښځو",
    "ro": "carte cărți cărțile cărții, merge merg mergea mers, băiat băieților, om oameni",
    "ru": "журналист журналиста журналистами, писать пишу писал пишет, ребёнок детей, окно окон, день дня",
    "sq": "libër libri librave librit, shkoj shkoi shkuar, gazetar gazetarët gazetareve",
    "sr": "књига књизи knjige, новинар новинарима, река рекама",
    "sr-latn": "knjiga knjizi књиге, novinar novinarima, reka rekama rijeka",
    "tg": "китоб китобҳо китобҳои, рафтан меравам рафт намераванд рафтааст",
    "tk": "kitap kitabymyz kitaplardan, oglan oglany",
    "tt": "китап китабы китаплардан, бала балалар баланың, журналист журналистлар",
    "uk": "книга книг книгою, писати пише писав, журналіст журналістами, день дня",
    "ur": "کتاب کتابیں کتابوں, جانا جاتا گیا, لڑکا لڑکے لڑکوں, صحافی صحافیوں",
    "uz": "kitob kitoblarimizdan kitobi, ketmoq ketyapti ketdi ketgan, o'g'il o‘g‘li oʻgʻillar",
    "uz-cyrl": "китоб китобларимиздан kitob, қишлоқ қишлоғи, ўғил ўғли",
}
OTHER: dict[str, str] = {
    "az": "kitab kitabxana, bazar bayraq",
    "ba": "китап кино, баҙар байраҡ",
    "be": "горад горны, вада вадзіцель",
    "bg": "град градина, вода водач",
    "bs": "grad gradina, voda vodič",
    "ce": "шахар шад, хи хила",
    "cnr": "grad grana, voda vodič",
    "crh": "kitap kişi, bazar bayraq",
    "en": "universe university, organ organise, police policy",
    "fa": "کتاب کتابخانه, شهر شهریور",
    "fa-af": "کتاب کتابخانه, شهر شهریور",
    "hr": "grad grana, voda vodič",
    "hu": "város váró, kert kereskedő",
    "hy": "քաղաք քաղաքական, գիր գին",
    "ka": "ქალი ქალაქი, წიგნი წიწილა",
    "kk": "кітап кітапхана, қала қалпақ",
    "ky": "китеп китепкана, шаар шамал",
    "mk": "град градина, вода водич",
    "ps": "ښار ښوونځی, کتاب کتابتون",
    "ro": "carte cartof, port portocală",
    "ru": "город горный, вода водитель, стол столица",
    "sq": "libër lindje, qytet qytetar",
    "sr": "град градина, вода водич",
    "sr-latn": "grad gradina, voda vodič",
    "tg": "шаҳр шамъ, китоб китобхона",
    "tk": "kitap kitaphana, şäher şeýle",
    "tt": "китап китапханә, шәһәр шәп",
    "uk": "місто місяць, вода воля",
    "ur": "کتاب کتاب‌خانہ, شہر شہزادہ",
    "uz": "kitob kitobxon, shahar sharq",
    "uz-cyrl": "китоб китобхон, шаҳар шарқ",
}


def groups(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, group) for code, line in table.items() for group in line.split(", ")]


def meet(code: str, first: str, second: str) -> bool:
    return bool(set(stems(code, first)) & set(stems(code, second)))


def test_every_language_has_its_rules() -> None:
    assert set(CONFLATIONS) == set(SAME) == set(OTHER) == set(LANGUAGES)


@pytest.mark.parametrize(("code", "group"), groups(SAME))
def test_forms_of_one_word_meet(code: str, group: str) -> None:
    first, *others = group.split()
    assert [other for other in others if not meet(code, first, other)] == []


@pytest.mark.parametrize(("code", "group"), groups(OTHER))
def test_two_words_that_begin_alike_keep_apart(code: str, group: str) -> None:
    first, second = group.split()
    assert not meet(code, first, second)


@pytest.mark.parametrize("code", LANGUAGES)
def test_number_is_its_own_stem(code: str) -> None:
    assert stems(code, "2026") == ("2026",)


@pytest.mark.parametrize("code", LANGUAGES)
@given(word=st.text(min_size=1, max_size=40))
@settings(max_examples=40, deadline=None)
def test_no_word_breaks_the_rules(code: str, word: str) -> None:
    rules = CONFLATIONS[code]
    folded = rules.fold(word)
    assert rules.fold(folded) == folded
    for stem in stems_of_text(code, word).split(" "):
        assert stem == stem.strip()


@pytest.mark.parametrize("code", LANGUAGES)
def test_folding_words_of_the_language_twice_changes_nothing(code: str) -> None:
    letters = sorted({letter for group in (SAME[code], OTHER[code]) for letter in group if letter not in ", "})
    chance = random.Random(5)
    for _ in range(200):
        word = "".join(chance.choices([*letters, *map(str.upper, letters), "'", "’", "1"], k=chance.randint(1, 12)))
        once = CONFLATIONS[code].fold(word)
        assert CONFLATIONS[code].fold(once) == once


@pytest.mark.parametrize("code", LANGUAGES)
def test_word_of_ten_thousand_letters_is_answered(code: str) -> None:
    letter = SAME[code][0]
    assert len(stems(code, letter * 10_000)) >= 1
