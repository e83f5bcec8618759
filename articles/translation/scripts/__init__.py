"""The same language in another script, converted offline: Serbian and Uzbek."""

from articles.translation.scripts.converting import convert, is_pair, settled

__all__ = ["convert", "is_pair", "settled"]
