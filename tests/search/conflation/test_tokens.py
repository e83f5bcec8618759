"""Where words begin and end."""

from search.conflation.tokens import tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_armenian_marks_inside_a_word_do_not_cut_it() -> None:
    assert words("Ո՞ւր է, իրո՛ք") == ["Ո՞ւր", "է", "իրո՛ք"]


def test_a_bar_is_a_palochka_between_cyrillic_letters_alone() -> None:
    assert words("г|ала a|b 10|20") == ["г|ала", "a", "b", "10", "20"]


def test_words_know_their_places() -> None:
    text = "Oʻzbekiston — don’t 'quoted'"
    assert (
        [text[token.start : token.end] for token in tokens(text)] == words(text) == ["Oʻzbekiston", "don’t", "quoted"]
    )


def test_hyphens_cut_and_joiners_do_not() -> None:
    assert words("می\N{ZERO WIDTH NON-JOINER}خواهم Иссык-Куль") == ["می\N{ZERO WIDTH NON-JOINER}خواهم", "Иссык", "Куль"]


def test_hostile_text_has_few_words() -> None:
    assert words("\x00\u202e" + "'" * 5000 + "|" * 5000) == []
