"""Tests of the stems of Tajik."""

from __future__ import annotations

import pytest

from tests.search.conflation.iranian.meeting import apart_from, colliding_rate, meet, meeting_rate

VERBS = """
кард/кун рафт/рав гуфт/гӯ дод/деҳ гирифт/гир дид/бин шунид/шунав хонд/хон навишт/навис гузашт/гузар гузошт/гузор
сохт/соз супурд/супор сӯхт/сӯз фурӯхт/фурӯш харид/хар пухт/паз хӯрд/хӯр нӯшид/нӯш рехт/рез расид/рас расонд/расон
тарсид/тарс гурехт/гурез ёфт/ёб шинохт/шинос донист/дон хост/хоҳ монд/мон мурд/мир кушт/куш кашид/каш зад/зан
баст/банд шикаст/шикан давид/дав фаҳмид/фаҳм бурд/бар шуст/шӯ омӯхт/омӯз намуд/намо пурсид/пурс ҷангид/ҷанг
""".split()
NOUNS = """
вазир рӯзнома хона мактаб китоб кишвар шаҳр нерӯ сарбоз ҷанг сулҳ бонк коргар духтур донишҷӯ муаллим шогирд падар барф
заминларза гӯшт мева гурба саг чашм андеша номзад ҳизб қонун додгоҳ киштӣ бозӣ озодӣ сафир ҳамла таркиш шоир нависанда
барнома ширкат корхона буҷет деҳқон ҷангал ҳамсоя дӯст Лавров Зеленский Хуҷанд тилло дарё
""".split()
POSSESSORS = ("ам", "ат", "аш", "амон", "атон", "ашон")


def verb(past: str, present: str) -> list[str]:
    """Tenses, negations, participles."""
    vowel = present[-1] in "аоуӯ"
    endings = ("ям", "ӣ", "яд", "ем", "ед", "янд") if vowel else ("ам", "ӣ", "ад", "ем", "ед", "анд")
    forms = [past + "ан", past + "а", past + "агӣ", past + "анӣ", present + ("янда" if vowel else "анда")]
    for prefix in ("", "на", "ме", "наме"):
        forms += [prefix + past + person for person in ("", "ам", "ӣ", "ем", "ед", "анд")]
        forms += [prefix + past + "а" + person for person in ("ам", "ӣ", "аст", "ем", "ед", "анд")]
        forms += [prefix + present + ending for ending in endings]
    return [*forms, f"хоҳам {past}", f"хоҳед {past}", f"{past}а будам", f"ме{past}а бошад"]


def noun(word: str) -> list[str]:
    """Number, ezafe, object marker, "some", possessors."""
    forms = []
    for base in (word, word.removesuffix("ӣ") + ("иҳо" if word.endswith("ӣ") else "ҳо")):
        stem = base[:-1] + "и" if base.endswith("ӣ") else base
        glide = base[-1] in "оуӯё"
        forms += [base, stem + "и", base + "ро", stem + "е", stem + "еро"]
        forms += [stem + ("я" + person[1:] if glide else person) for person in POSSESSORS]
    return forms


VERB_FORMS = {pair: verb(*pair.split("/")) for pair in VERBS}
NOUN_FORMS = {word: noun(word) for word in NOUNS}


@pytest.mark.parametrize("paradigms", [VERB_FORMS, NOUN_FORMS], ids=["verbs", "nouns"])
def test_forms_of_one_word_meet(paradigms: dict[str, list[str]]) -> None:
    """Over the generated paradigms."""
    assert meeting_rate("tg", paradigms) >= 0.95


def test_forms_of_two_words_that_begin_alike_rarely_meet() -> None:
    """Of all kinds, with derivatives."""
    alike = ("китобхона", "вазорат", "шаҳрванд", "хонавода", "бозингар", "душман", "донишгоҳ", "кишоварз", "номаҳрам")
    assert colliding_rate("tg", {**VERB_FORMS, **NOUN_FORMS, **{word: noun(word) for word in alike}}) <= 0.05


@pytest.mark.parametrize(
    ("first", "forms"),
    [
        ("кардан", "мекунам намекунанд кардааст накардаанд мекардагист кунанда кард бикун"),
        ("омадан", "меояд биёяд наомад омадаам намеоянд"),
        ("рафтан", "мераванд рафтааст нарафтагӣ бирав рафтани рафтанро"),
        ("баргаштан", "бармегардад барнагашт баргаштаанд баргардад"),
        ("баромадан", "мебарояд баромадаам баромаданд"),
        ("дидан", "дидамаш мебинамат надидааст"),
        ("давлат", "давлатҳо давлати давлатро давлатҳои давлатҳояшон"),
        ("кӯдак", "кӯдакон кӯдаконро кӯдакҳо кӯдаке кӯдакаш"),
        ("нависанда", "нависандагон нависандагони нависандаҳо"),
        ("донишҷӯ", "донишҷӯён донишҷӯёни донишҷӯро"),
        ("зиндонӣ", "зиндониён зиндониро зиндонии"),
        ("калон", "калонтар калонтарин"),
        ("аъзо", "узв аъзои аъзоён"),
        ("сиёсӣ", "сиёсии сиёси"),
        ("Душанбе", "Душанберо"),
        ("дӯст", "дӯстон дӯстонам дӯстону дуст"),
    ],
)
def test_a_word_is_found_by_all_its_forms(first: str, forms: str) -> None:
    """Verbs with their prefixes, nouns with their endings, without the strokes of letters."""
    assert apart_from("tg", first, *forms.split()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мекунам", "мекушам"),
        ("одам", "од"),
        ("забон", "заб"),
        ("сиёсӣ", "сиёҳ"),
        ("зиндонӣ", "зинда"),
        ("тоҷикистон", "тоҷик"),
        ("хоҳам рафт", "хоҳам гуфт"),
        ("мардум", "мард"),
    ],
)
def test_two_words_do_not_meet(one: str, other: str) -> None:
    """Though they begin alike."""
    assert not meet("tg", one, other)
