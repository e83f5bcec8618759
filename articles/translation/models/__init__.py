"""What the translation desk stores."""

from articles.translation.models.glossary import GlossaryTerm
from articles.translation.models.memory import MemoryBand, MemoryUnit
from articles.translation.models.notifications import Notification
from articles.translation.models.releases import Release, ReleaseItem
from articles.translation.models.translating import TranslatingJob, TranslatingStep
from articles.translation.models.translation import SeenRevision, Translation

__all__ = [
    "GlossaryTerm",
    "MemoryBand",
    "MemoryUnit",
    "Notification",
    "Release",
    "ReleaseItem",
    "SeenRevision",
    "TranslatingJob",
    "TranslatingStep",
    "Translation",
]
