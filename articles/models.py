"""The front door: every model of the rooms below. Rooms import each other's modules, never this one."""

from articles.credits.models import Agency, Correspondent, Credit, Organisation, Place, Service
from articles.legal.models import (
    CounselLink,
    Demand,
    KeptContent,
    LedgerEntry,
    LegalNotice,
    NoticeRule,
    NoticeText,
    PublicRevision,
    RuleSetVersion,
)
from articles.pages.approval import EditorsApproval
from articles.pages.article import ArticlePage, RelatedLink, StoryTag
from articles.pages.corrections.models import Correction, CorrectionText
from articles.pages.explanation import ExplanationPage, LegalIndexPage
from articles.pages.home import HomePage
from articles.pages.killing.models import Kill
from articles.pages.section import SectionPage
from articles.translation.models import (
    GlossaryTerm,
    MemoryBand,
    MemoryUnit,
    Notification,
    Release,
    ReleaseItem,
    SeenRevision,
    TranslatingJob,
    TranslatingStep,
    Translation,
)

__all__ = [
    "Agency",
    "ArticlePage",
    "Correction",
    "CorrectionText",
    "Correspondent",
    "CounselLink",
    "Credit",
    "Demand",
    "EditorsApproval",
    "ExplanationPage",
    "GlossaryTerm",
    "HomePage",
    "KeptContent",
    "Kill",
    "LedgerEntry",
    "LegalIndexPage",
    "LegalNotice",
    "MemoryBand",
    "MemoryUnit",
    "NoticeRule",
    "NoticeText",
    "Notification",
    "Organisation",
    "Place",
    "PublicRevision",
    "RelatedLink",
    "Release",
    "ReleaseItem",
    "RuleSetVersion",
    "SectionPage",
    "SeenRevision",
    "Service",
    "StoryTag",
    "TranslatingJob",
    "TranslatingStep",
    "Translation",
]
