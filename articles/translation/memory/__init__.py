"""The translation memory: what people made of a text before, offered where the same or nearly the same text comes."""

from articles.translation.memory.keeping import forget_name, remember
from articles.translation.memory.offering import Offer, offers

__all__ = ["Offer", "forget_name", "offers", "remember"]
