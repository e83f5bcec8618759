"""Tests of the stems of Urdu."""

from __future__ import annotations

import pytest

from tests.search.conflation.iranian.meeting import apart_from, colliding_rate, meet, meeting_rate

IN_ALIF = "بیٹا گھوڑا کپڑا دروازہ حملہ صوبہ علاقہ معاہدہ رشتہ بچہ کمرہ راستہ فیصلہ ادارہ مظاہرہ نعرہ جھنڈا دورہ".split()
IN_YE = "بیٹی کرسی گاڑی ندی گھڑی کہانی پارٹی کمپنی روٹی بستی شادی کشتی پابندی تبدیلی غلطی کامیابی آبادی بیماری".split()
FEMININE = "کتاب میز عورت حکومت عدالت تصویر دیوار سڑک عمارت جنگ تنظیم ریاست مسجد دکان فلم جماعت تقریر سرحد".split()
MASCULINE = "گھر شہر وزیر دشمن مزدور سفیر افسر بازار درخت پہاڑ جہاز ہسپتال سکول بینک ڈاکٹر میزائل بجٹ سوال".split()
ADJECTIVES = "اچھا برا بڑا چھوٹا نیا پرانا لمبا اونچا گہرا کالا میٹھا ٹھنڈا سچا جھوٹا سیدھا".split()
ROOTS = """
چل اٹھ سن دیکھ بول پوچھ سمجھ پہچان لکھ رکھ چھوڑ پکڑ مار نکل
اتر گر ہٹ گھوم توڑ کھینچ ڈھونڈ خرید بیچ ڈال سوچ مانگ
""".split()
CAUSATIVES = "چلا اٹھا سنا دکھا سمجھا بنا پہنچا بچا جلا گھبرا مسکرا لکھوا بنوا".split()
UNKNOWN = "جھلملا ٹھمک ڈکر کڑکڑا".split()


def _endings(word: str, *endings: str, off: int = 0) -> list[str]:
    base = word[: len(word) - off]
    return [word, *(base + ending for ending in endings)]


def verb(root: str) -> list[str]:
    """Infinitive, participles, subjunctive, future, imperative."""
    forms = [root + ending for ending in ("نا", "نے", "تا", "تے", "تی", "کر")]
    if root.endswith("ا"):
        return [*forms, *(root + ending for ending in ("یا", "ئے", "ئی", "ئیں", "ؤں", "ؤ", "ؤں گا", "ئے گی", "ئیے"))]
    return [*forms, *(root + ending for ending in ("ا", "ے", "ی", "یں", "وں", "و", "وں گا", "ے گی", "یں گے", "یے"))]


NOUNS = {
    **{word: _endings(word, "ے", "وں", "و", off=1) for word in IN_ALIF},
    **{word: _endings(word, "یاں", "یوں", "یو", off=1) for word in IN_YE},
    **{word: _endings(word, "یں", "وں", "و") for word in FEMININE},
    **{word: _endings(word, "وں", "و") for word in MASCULINE},
}
DECLINED = {word: _endings(word, "ے", "ی", off=1) for word in ADJECTIVES}
VERBS = {root: verb(root) for root in (*ROOTS, *CAUSATIVES)}


@pytest.mark.parametrize("paradigms", [NOUNS, DECLINED, VERBS], ids=["nouns", "adjectives", "verbs"])
def test_forms_of_one_word_meet(paradigms: dict[str, list[str]]) -> None:
    """Over the generated paradigms."""
    assert meeting_rate("ur", paradigms) >= 0.95


def test_forms_of_two_words_that_begin_alike_rarely_meet() -> None:
    """Of all kinds, verbs beside their causatives, nouns beside derivatives."""
    derived = ("دشمنی", "حکومتی", "عدالتی", "وزارتی", "شہری", "بازاری", "بیٹی", "جنگی", "ریاستی", "تنظیمی")
    alike = {word: _endings(word, "یاں", "یوں", off=1) for word in derived}
    assert colliding_rate("ur", {**NOUNS, **DECLINED, **VERBS, **alike}) <= 0.05


def test_verbs_that_no_table_has_meet_as_well() -> None:
    """By the endings that only verbs have."""
    assert meeting_rate("ur", {root: verb(root) for root in UNKNOWN}) >= 0.8


@pytest.mark.parametrize(
    ("first", "forms"),
    [
        ("جانا", "گیا گئے گئی جاتا جائیں جاؤں جائے"),
        ("کرنا", "کیا کیے کی کریں کرونگا کیجیے کرکے"),
        ("لینا", "لیا لیے لوں لیجیے لیتے"),
        ("دینا", "دیا دیئے دی دوں دیں گے"),
        ("ہونا", "ہوا ہوئی ہے ہیں تھا ہوگا ہوں گے"),
        ("وزیر", "وزرا وزراء وزیروں"),
        ("ملک", "ممالک ملکوں"),
        ("استاد", "اساتذہ"),
        ("مسئلہ", "مسائل مسئلے مسئلوں"),
        ("خاتون", "خواتین"),
        ("دعا", "دعائیں دعاؤں"),
        ("چڑیا", "چڑیاں چڑیوں"),
        ("آدمی", "آدمیوں"),
        ("دریا", "دریاؤں"),
        ("روپیہ", "روپے روپوں"),
        ("ڈاکو", "ڈاکوؤں"),
    ],
)
def test_a_word_is_found_by_all_its_forms(first: str, forms: str) -> None:
    """Irregular verbs, broken plurals, every class of nouns."""
    assert apart_from("ur", first, *(form for form in forms.replace("ں گے", "ںگے").split())) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("لڑکا", "لڑکی"),
        ("دشمن", "دشمنی"),
        ("چلتا", "چلاتا"),
        ("کہا", "کھا"),
        ("خانہ", "خان"),
        ("قانون", "قاضی"),
    ],
)
def test_two_words_do_not_meet(one: str, other: str) -> None:
    """Boy and girl, a verb and its causative, a breathed letter and he."""
    assert not meet("ur", one, other)
