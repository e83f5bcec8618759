"""Serbian in Cyrillic and in Latin letters."""

from __future__ import annotations

import re

from articles.translation.scripts.capitals import cased
from articles.translation.scripts.protecting import is_acronym, is_mixed

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
TO_LATIN = dict(zip(CYRILLIC, LATIN, strict=True))
TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in TO_LATIN.items()}
ACCENTS = str.maketrans(
    {"ǆ": "dž", "ǉ": "lj", "ǌ": "nj", "ǅ": "Dž", "ǈ": "Lj", "ǋ": "Nj", "Ǆ": "DŽ", "Ǉ": "LJ", "Ǌ": "NJ"}
)

APART = re.compile(
    r"(?:na|po|pre|o)(?=d)d(?=ž(?:iv|anr|al|njev|upan|vak|valj|eg))"
    r"|(?:i|a|ko|va|su|pan|de|di|in)n(?=j(?:ek|ug|unk|unkt|on|ezi|ij))"
    r"|\btan(?=jug)"
    r"|\bizvan(?=jez)",
    re.IGNORECASE,
)
"""Words in which two letters that look like one meet at a seam: nad-živeti, kon-junktiv, in-jekcija, Tan-jug."""
SEAM = "\x00"
OF_OURS = frozenset({"NATO", "EU", "UN", "SAD", "BDP", "SFRJ", "SRJ", "OEBS"})
"""Acronyms that Cyrillic texts write in Cyrillic."""
FOREIGN = re.compile(r"[qwxy]|ss|ll|tt|ff|pp|ck(?![aiou])", re.IGNORECASE)


def to_latin(word: str) -> str:
    """The word in Latin letters; one with letters that Serbian lacks is of another language and stays."""
    if any("Ѐ" <= letter <= "ӿ" and letter.lower() not in TO_LATIN for letter in word):
        return word
    return "".join(
        cased(TO_LATIN[letter.lower()], letter, word, place) if letter.lower() in TO_LATIN else letter
        for place, letter in enumerate(word)
    )


def to_cyrillic(word: str) -> str:
    """The word in Cyrillic letters; acronyms and words that are spelled as no Serbian word is stay."""
    if (is_acronym(word) and word not in OF_OURS) or is_mixed(word) or FOREIGN.search(word):
        return word
    parted = APART.sub(lambda found: found.group() + SEAM, word.translate(ACCENTS))
    made, place = [], 0
    while place < len(parted):
        pair, letter = parted[place : place + 2], parted[place]
        if pair.lower() in TO_CYRILLIC and len(pair) > 1:
            cyrillic = TO_CYRILLIC[pair.lower()]
            made.append(cyrillic.upper() if letter.isupper() else cyrillic)
            place += 2
            continue
        cyrillic = TO_CYRILLIC.get(letter.lower(), letter)
        made.append(cyrillic.upper() if letter.isupper() else cyrillic)
        place += 1
    return "".join(made).replace(SEAM, "")
