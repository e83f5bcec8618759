"""The front door: every model of the rooms below. Rooms import each other's modules, never this one."""

from articles.credits.models import Agency, Correspondent, Credit, Organisation, Place, Service
from articles.legal.models import KeptContent, LedgerEntry, PublicRevision
from articles.pages.article import ArticlePage, RelatedLink
from articles.pages.home import HomePage
from articles.pages.section import SectionPage

__all__ = [
    "Agency",
    "ArticlePage",
    "Correspondent",
    "Credit",
    "HomePage",
    "KeptContent",
    "LedgerEntry",
    "Organisation",
    "Place",
    "PublicRevision",
    "RelatedLink",
    "SectionPage",
    "Service",
]
