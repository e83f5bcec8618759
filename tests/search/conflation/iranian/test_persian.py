"""Tests of the stems of Persian and Dari."""

from __future__ import annotations

import pytest

from tests.search.conflation.iranian.meeting import apart_from, colliding_rate, meet, meeting_rate

Z = "\N{ZERO WIDTH NON-JOINER}"
VERBS = """
کرد/کن رفت/رو گفت/گوی داد/ده گرفت/گیر دید/بین شنید/شنو خواند/خوان نوشت/نویس گذشت/گذر گذاشت/گذار ساخت/ساز
سپرد/سپار سوخت/سوز فروخت/فروش خرید/خر پخت/پز خورد/خور نوشید/نوش پوشید/پوش ریخت/ریز رسید/رس رساند/رسان
ترسید/ترس گریخت/گریز یافت/یاب شناخت/شناس دانست/دان توانست/توان خواست/خواه ماند/مان مرد/میر کشت/کش کشید/کش
زد/زن بست/بند شکست/شکن نشست/نشین دوید/دو پرید/پر فهمید/فهم فرستاد/فرست برد/بر دوخت/دوز شست/شوی چید/چین
آموخت/آموز آزمود/آزمای نمود/نمای فرمود/فرمای پرسید/پرس خندید/خند گریست/گری جنگید/جنگ لرزید/لرز پذیرفت/پذیر
پرداخت/پرداز راند/ران شد/شو داشت/دار پیوست/پیوند گشود/گشای
""".split()
NOUNS = """
دولت وزیر روزنامه خانه مدرسه کتاب کشور شهر روستا نیرو سرباز جنگ دلار کارگر پزشک دارو دانشجو دانشگاه معلم پسر
کودک زن درخت کوه دریا برف زلزله غذا سیب گل سگ دست چشم گوش زبان قلب اندیشه انتخابات حزب قانون دادگاه پرونده
قطار جاده سفیر فرمانده حمله انفجار بمب تیم بازی فیلم شاعر برنامه شرکت بودجه تیلرسون لاوروف اردوغان پاشینیان
توکایف خارکیف باکو ادسا ماریوپل دونتسک بلینکن فیسبوک تلگرام
""".split()


def verb(past: str, present: str) -> list[str]:
    """The finite forms, participles and infinitives of a simple verb."""
    persons, endings = ("م", "ی", "", "یم", "ید", "ند"), ("م", "ی", "د", "یم", "ید", "ند")
    vowel = present.startswith("آ")
    forms = [past + "ن", past + "ه", present + "نده", "ن" + past + "ن"]
    for person, ending in zip(persons, endings, strict=True):
        forms += [past + person, f"می{Z}{past}{person}", f"نمی{past}{person}"]
        forms += [f"می{Z}{present}{ending}", f"نمی{Z}{present}{ending}", present + ending]
        forms += [
            ("بی" + present if vowel else "ب" + present) + ending,
            f"خواه{ending} {past}",
            f"نخواه{ending} {past}",
        ]
        if not past.startswith("آ"):
            forms += ["ن" + past + person]
    for perfect in ("ام", "ای", "است", "ایم", "اید", "اند"):
        forms += [
            f"{past}ه{Z}{perfect}",
            f"می{Z}{past}ه{Z}{perfect}",
            f"ن{past}ه{perfect}" if not vowel else past + "ه",
        ]
    return [*forms, f"{past}ه بودم", f"{past}ه بود", f"{past}ه باشند", f"{past}ه{Z}بوده{Z}است", f"داشتند می{Z}{past}ند"]


def noun(word: str) -> list[str]:
    """Number, possessors, ezafe and "one of"."""
    forms = []
    for base in (word, f"{word}{Z}ها", word + "ها" if word[-1] != "ه" else word):
        joint = {"ه": Z + "ا", "ا": "ی", "و": "ی"}.get(base[-1], "")
        forms += [base, *(base + joint + person for person in ("م", "ت", "ش"))]
        forms += [base + (joint if joint == "ی" else Z if joint else "") + person for person in ("مان", "تان", "شان")]
        forms += [base + {"ه": Z + "ای", "ا": "یی", "و": "یی", "ی": Z + "ای"}.get(base[-1], "")]
    return forms


VERB_FORMS = {pair: verb(*pair.split("/")) for pair in VERBS}
NOUN_FORMS = {word: noun(word) for word in NOUNS}


def test_two_forms_of_a_verb_meet_in_nine_of_ten_cases() -> None:
    """Over every tense, with and without joiner and space."""
    assert meeting_rate("fa", VERB_FORMS) >= 0.95


def test_two_forms_of_a_noun_meet_in_nine_of_ten_cases() -> None:
    """Names that no dictionary knows among them."""
    assert meeting_rate("fa", NOUN_FORMS) >= 0.95


def test_forms_of_two_words_that_begin_alike_rarely_meet() -> None:
    """Of all kinds: جنگ "war" and جنگیدن "to fight" among them, which the imperative makes one."""
    alike = {word: noun(word) for word in ("کتابخانه", "کتیبه", "دولتمند", "شهرداری", "وزارت", "مدرک", "خانواده")}
    assert colliding_rate("fa", {**VERB_FORMS, **NOUN_FORMS, **alike}) <= 0.05


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("رفتن", "می‌روم نمی‌روند برو نرو رفتیم رفته‌ام رفته‌بودند خواهم‌رفت میرفتی رونده"),
        ("آمدن", "می‌آید میاید بیا بیایند نیامد نیاید آمده‌اند نیامده‌است آینده"),
        ("افتادن", "می‌افتد میفتد بیفتد نیفتاد بیفتند افتاده‌است افتاد"),
        ("انداختن", "می‌اندازد بیندازند نینداخت بینداز نیندازید"),
        ("گفتن", "می‌گویند میگن بگو نگفت گفته‌اند گفتندش می‌گویمش گفته‌شد"),
        ("برگشتن", "برمی‌گردم برنمی‌گردند برگردد برنگشت برگشته‌اند"),
        ("خواندن", "می‌خونم بخون خوندم می‌خواند"),
        ("دانستن", "می‌دانم ندانست می‌دونی بدانند"),
        ("رساندن", "می‌رساند رسانده‌اند رسانید برسانند نمی‌رسونه"),
        ("دیدن", "دیدمش می‌بینمت ببین ندیده‌اند دیده‌شده‌است دارد‌می‌بیند"),
        ("بودن", "هستم نیستند است باشد نباشند بوده‌اند"),
        ("توانستن", "می‌توانند نتوانست می‌تونم توانسته"),
    ],
)
def test_a_verb_is_found_by_all_its_forms(infinitive: str, forms: str) -> None:
    """Prefixes, short stems, speech, compound tenses, objects written to the verb."""
    assert apart_from("fa", infinitive, *forms.split()) == []


@pytest.mark.parametrize(
    ("singular", "forms"),
    [
        ("کتاب", "کتاب‌ها کتابهای کتابم کتاب‌هایشان کتابی کتاب‌هایی"),
        ("خانه", "خانه‌ها خانه‌ام خانه‌ای خانهٔ خانه‌ی خانه‌هایمان"),
        ("دانشجو", "دانشجویان دانشجوی دانشجویی دانشجویانش"),
        ("نویسنده", "نویسندگان نویسندگانی نویسنده‌ها"),
        ("عضو", "اعضا اعضای"),
        ("قانون", "قوانین قوانینی قانون‌ها"),
        ("وزیر", "وزرا وزرای وزیران"),
        ("بزرگ", "بزرگ‌تر بزرگترین بزرگ‌ترین‌ها"),
        ("قریه", "قریه‌جات قریه‌ها"),
        ("مهاجر", "مهاجرین مهاجران"),
        ("گفتگو", "گفت‌وگو گفت‌وگوهای"),
    ],
)
def test_a_noun_is_found_by_all_its_forms(singular: str, forms: str) -> None:
    """Plurals, broken ones too, possessors, ezafe, comparison."""
    assert apart_from("fa", singular, *forms.split()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مرد", "مردم"),
        ("دانش", "دانستن"),
        ("ایران", "ایراد"),
        ("سامانه‌ای", "سامان"),
        ("زن", "زنگ"),
        ("شهر", "شهریور"),
        ("می‌رود", "می‌رسد"),
        ("نرم", "نرخ"),
        ("نمی‌کند", "نمی‌کشد"),
        ("خواهم‌رفت", "خواهم‌گفت"),
        ("رفته‌بود", "کرده‌بود"),
        ("افغانستان", "افغان"),
        ("تنها", "تن"),
        ("آتش", "آتن"),
    ],
)
def test_two_words_do_not_meet(one: str, other: str) -> None:
    """Though they begin alike, or share a prefix or an auxiliary."""
    assert not meet("fa", one, other)
