"""Tests of Bosnian, Bulgarian, Croatian, Macedonian, Montenegrin and Serbian words."""

from __future__ import annotations

import pytest

from search.conflation.table import CONFLATIONS
from tests.search.conflation.slavic.meeting import apart, meet, meeting

SOUTH_WESTERN = ("bs", "cnr", "hr", "sr", "sr-latn")
WORDS = {
    "bg": [
        "човек човека човекът човеци",
        "град града градът градове градовете",
        "книга книгата книги книгите",
        "ръка ръката ръце ръцете",
        "място мястото места местата",
        "театър театъра театри театрите",
        "станция станцията станции станциите",
        "новост новостта новости новостите",
        "важен важна важно важни важният важната важните",
        "сериен серийна серийно серийни серийният",
        "пиша пишеш пише пишем пишат писах писал писали пишещ",
        "говоря говориш говори говорят говорих говорил говорили говорейки",
        "Зеленски Зеленски",
        "Борисов Борисова",
        "блогър блогъра блогърът блогъри блогърите",
        "имейл имейла имейлът имейли имейлите",
    ],
    "mk": [
        "човек човекот луѓе луѓето",
        "град градот градов градон градови градовите",
        "книга книгата книгава книгана книги книгите книгиве",
        "рака раката раце рацете",
        "театар театарот театри театрите",
        "новинар новинарот новинари новинарите новинариве",
        "станица станицата станици станиците",
        "важен важна важно важни важниот важната важните",
        "пишува пишувам пишуваш пишуваат пишував пишувал пишувале пишувајќи",
        "говори говорам говориш говорат говорев говорел говореле",
        "блогер блогерот блогери блогерите",
        "Заев Заев",
    ],
    **{
        key: [
            "čovjek čovjeka čovjeku čovjekom čovječe",
            "čovek čoveka čoveku čovekom",
            "grad grada gradu gradom gradovi gradova gradovima",
            "knjiga knjige knjizi knjigom knjigama",
            "ruka ruke ruci ruku rukama",
            "momak momka momku momci momaka momcima",
            "sestra sestre sestri sestara sestrama",
            "građanin građanina građani građana građanima",
            "dobar dobra dobro dobrog dobrome dobrim dobrih bolji",
            "nov nova novog novom novih noviji najnovijeg",
            "pisati pišem piše pišu pisao pisala pisali pisan",
            "gledati gledam gleda gledaju gledao gledala gledajući",
            "kupovati kupujem kupuje kupuju kupovao kupovala",
            "voljeti volim voli vole volio voljela",
            "rijeka rijeke rijeci reka reke reci",
            "dijete djeteta dete deteta",
            "mlijeko mlijeka mleko mleka",
            "Zelenski Zelenskog Zelenskom Zelenskim",
            "Vučić Vučića Vučiću Vučićem",
            "Tramp Trampa Trampu Trampom",
            "Bajden Bajdena Bajdenu Bajdenom",
            "bloger blogera blogeru blogerom blogeri blogerima",
            "kovid kovida kovidu kovidom",
        ]
        for key in SOUTH_WESTERN
    },
}
OTHERS = {
    "bg": ["град градина", "партия партньор партизанин", "избори избухване", "процес процент"],
    "mk": ["град градина", "партија партнер партизан", "избори избув", "процес процент"],
    **{key: ["grad gradina", "partija partner partizan", "izbori izbjeglica", "voda vođa"] for key in SOUTH_WESTERN},
}


@pytest.mark.parametrize(("code", "forms"), [(code, forms) for code, lines in WORDS.items() for forms in lines])
def test_forms_of_one_word_meet(code: str, forms: str) -> None:
    assert apart(code, forms) == []


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, lines in OTHERS.items() for words in lines])
def test_words_that_begin_alike_keep_apart(code: str, words: str) -> None:
    assert meeting(code, words) == []


@pytest.mark.parametrize("code", SOUTH_WESTERN)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Београда", "Beogradu"),
        ("Београд", "beograd"),
        ("Љубљана", "Ljubljane"),
        ("Ђоковић", "Đokovića"),
        ("Đoković", "Djokovicu"),
        ("Џон", "Džona"),
        ("četvrtak", "cetvrtka"),
        ("ǉubav", "ljubavi"),
        ("Zagreb", "ZAGREBU"),
        ("z\u030civot", "života"),
        ("Šešelj", "Seselja"),
    ],
)
def test_scripts_and_typing_without_diacritics_meet(code: str, one: str, other: str) -> None:
    assert meet(code, one, other)


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("mk", "Skopje", "Скопје"),
        ("mk", "Gjorge", "Ѓорѓе"),
        ("mk", "ѝ", "и"),
        ("bg", "ѝ", "и"),
        ("bg", "Сoфия", "София"),
        ("bg", "бъ́лгарин", "българин"),
    ],
)
def test_spellings_of_one_word_meet(code: str, one: str, other: str) -> None:
    assert meet(code, one, other)


def test_five_codes_share_one_language() -> None:
    assert len({id(CONFLATIONS[code]) for code in SOUTH_WESTERN}) == 1
