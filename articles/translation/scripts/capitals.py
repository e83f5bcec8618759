"""Capitals where one letter of a script is two of another: Љ is Lj in a name and LJ among capitals."""

from __future__ import annotations


def cased(made: str, letter: str, word: str, place: int) -> str:
    """What was made of a small letter, in the case of the letter that stands at this place of the word."""
    if not letter.isupper():
        return made
    if len(made) == 1 or _among_capitals(word, place):
        return made.upper()
    return made[0].upper() + made[1:]


def _among_capitals(word: str, place: int) -> bool:
    letters = [letter for letter in word[:place] + word[place + 1 :] if letter.isalpha()]
    return bool(letters) and all(letter.isupper() for letter in letters)
