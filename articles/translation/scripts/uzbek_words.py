"""Uzbek words whose two spellings do not follow from each other: loans with ц, ь, я and э."""

from __future__ import annotations

STEMS = {
    "sentabr": "сентябрь", "oktabr": "октябрь", "noyabr": "ноябрь", "dekabr": "декабрь", "yanvar": "январь",
    "fevral": "февраль", "aprel": "апрель", "iyun": "июнь", "iyul": "июль", "avgust": "август", "film": "фильм",
    "albom": "альбом", "rol": "роль", "model": "модель", "parol": "пароль", "detal": "деталь", "neft": "нефть",
    "festival": "фестиваль", "kontrol": "контроль", "ansambl": "ансамбль", "spektakl": "спектакль", "asfalt": "асфальт",
    "sirk": "цирк", "sement": "цемент", "sex": "цех", "sentner": "центнер", "konsert": "концерт", "prinsip": "принцип",
    "konsepsiya": "концепция", "stansiya": "станция", "instansiya": "инстанция", "funksiya": "функция",
    "inflatsiya": "инфляция", "ekspeditsiya": "экспедиция", "aksiya": "акция", "sanksiya": "санкция",
    "konstitutsiya": "конституция", "delegatsiya": "делегация", "redaksiya": "редакция", "agentlik": "агентлик",
    "fransiya": "франция", "fransuz": "француз", "shveysariya": "швейцария", "provinsiya": "провинция",
    "konferensiya": "конференция", "kompyuter": "компьютер", "premyera": "премьера", "intervyu": "интервью",
    "obyekt": "объект", "subyekt": "субъект", "syezd": "съезд", "bulvar": "бульвар", "kalkulyator": "калькулятор",
    "politsiya": "полиция", "militsiya": "милиция", "aeroport": "аэропорт", "poema": "поэма", "poeziya": "поэзия",
    "oktyabr": "октябрь", "sentyabr": "сентябрь", "senzura": "цензура", "penitsillin": "пенициллин",
    "dotsent": "доцент", "protsent": "процент", "protsess": "процесс", "kultura": "культура", "natija": "натижа",
    "sikl": "цикл", "siklon": "циклон", "sivilizatsiya": "цивилизация", "litsey": "лицей", "ofitser": "офицер",
}  # fmt: skip
"""Latin stem → Cyrillic stem, small letters; a suffix may follow, and then a final ь goes."""
TO_CYRILLIC = dict(STEMS)
TO_LATIN = {cyrillic: latin for latin, cyrillic in STEMS.items() if not latin.endswith("tyabr")}
OF_OURS = frozenset({"AQSH", "BMT", "MDH", "NATO"})
"""Acronyms that Cyrillic texts write in Cyrillic."""
SHORTEST_STEM = 4
"""Letters from which on a stem is looked for at the start of a longer word."""
