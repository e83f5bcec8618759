"""Georgian verbs and nouns with their forms, made by the grammar: a generator for tests."""

from __future__ import annotations

EB = "გა:კეთ ა:შენ და:ხმარ გა:ხარ შე:ფას და:ნიშნ გა:თავისუფლ და:სახელ გა:ძლიერ შე:ცვ და:ამტკიც გა:მართლ და:პატიჟ"
"""Verbs in -ებ-, with the preverb of the future: აკეთებს, გააკეთა."""
AV = "და:ხატ და:მალ და:კარგ მო:კლ და:ფარ გა:გზავნ და:გეგმ შე:ღებ და:ბეჭდ მო:ხარშ გა:ტეხ"
"""Verbs in -ავ-: ხატავს, დახატა."""
PLAIN = "და:წერ გა:ჭრ და:თეს და:ზარდ შე:კერ მო:თხრ გა:ხსნ"
"""Verbs with no theme: წერს, დაწერა."""
MIDDLE = "თამაშ ცხოვრ მუშა საუბრ ბრძოლ კამათ დარაჯ მეგობრ"
"""Verbs in -ობ- of their own future: თამაშობს, ითამაშა."""
NOUNS = """
    წყალ:წყლ კაც:კაც ქალაქ:ქალაქ ქალბატონ:ქალბატონ მეგობარ:მეგობრ სახლ:სახლ წიგნ:წიგნ ჟურნალისტ:ჟურნალისტ ჟურნალ:ჟურნალ
    მინისტრ:მინისტრ მინერალ:მინერალ პრეზიდენტ:პრეზიდენტ პრეტენდენტ:პრეტენდენტ ფანჯარ:ფანჯრ თვალ:თვლ მატარებელ:მატარებლ
    მხატვარ:მხატვრ ქვეყან:ქვეყნ კანონ:კანონ კანდიდატ:კანდიდატ ბანკ:ბანკ სასწავლებელ:სასწავლებლ სასტუმრ:სასტუმრ
"""
"""Stems before consonants and before the vowels of genitive, instrumental, adverbial and plural."""

PERSONS = ("ვ{}", "{}", "{}ს", "ვ{}თ", "{}თ", "{}ენ")
IMPERFECT = ("ვ{}დი", "{}დი", "{}და", "ვ{}დით", "{}დით", "{}დნენ")
SUBJUNCTIVE = ("ვ{}დე", "{}დე", "{}დეს", "ვ{}დეთ", "{}დეთ", "{}დნენ")
AORIST = ("ვ{}ე", "{}ე", "{}ა", "ვ{}ეთ", "{}ეთ", "{}ეს")
OPTATIVE = ("ვ{}ო", "{}ო", "{}ოს", "ვ{}ოთ", "{}ოთ", "{}ონ")
INVERTED = ("მი", "გი", "უ", "გვი")
PLUPERFECT = ("მე", "გე", "ე", "გვე")


def _active(preverb: str, version: str, root: str, theme: str) -> set[str]:
    """The screeves of a transitive verb."""
    present, past = version + root + theme, version + root
    forms = {form.format(present) for form in (*PERSONS, *IMPERFECT, *SUBJUNCTIVE)}
    forms |= {preverb + form for form in forms}
    forms |= {preverb + form.format(past) for form in (*AORIST, *OPTATIVE)}
    perfect = root + {"ებ": "ებია", "ავ": "ავს", "": "ია"}[theme]
    pluperfect = root + {"ებ": "ებინა", "ავ": "ა", "": "ა"}[theme]
    forms |= {preverb + person + perfect for person in INVERTED}
    forms |= {preverb + person + pluperfect for person in PLUPERFECT}
    return forms


def verbs() -> dict[str, set[str]]:
    """Third person of the present → forms."""
    found: dict[str, set[str]] = {}
    for specs, version, theme in ((EB, "ა", "ებ"), (AV, "", "ავ"), (PLAIN, "", "")):
        for spec in specs.split():
            preverb, root = spec.split(":")
            found[version + root + theme + "ს"] = _active(preverb, version, root, theme)
    for root in MIDDLE.split():
        forms = {form.format(root + "ობ") for form in (*PERSONS, *IMPERFECT, *SUBJUNCTIVE)}
        forms |= {form.format("ი" + root + "ებ") for form in (*PERSONS, *IMPERFECT, *SUBJUNCTIVE)}
        forms |= {form.format("ი" + root) for form in (*AORIST, *OPTATIVE)}
        found[root + "ობს"] = forms | {person + root + "ია" for person in INVERTED}
    return found


def nouns() -> dict[str, set[str]]:
    """Nominative → forms."""
    found: dict[str, set[str]] = {}
    for spec in NOUNS.split():
        full, short = spec.split(":")
        forms = {full + end for end in "ი მა ს ო ში ზე თან".split()}
        forms |= {short + end for end in "ის ით ად ისთვის იდან ისგან ისკენ".split()}
        forms |= {short + "ებ" + end for end in "ი მა ს ის ით ად ო ში ზე თან ისთვის იდან ისგან".split()}
        found[full + "ი"] = forms
    return found
