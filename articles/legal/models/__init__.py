"""What the law room stores."""

from articles.legal.models.approval import Approvable
from articles.legal.models.counsel import CounselLink
from articles.legal.models.demands import Demand
from articles.legal.models.ledger import KeptContent, LedgerEntry, PublicRevision
from articles.legal.models.notices import LegalNotice, NoticeText
from articles.legal.models.rules import NoticeRule
from articles.legal.models.version import RuleSetVersion

__all__ = [
    "Approvable",
    "CounselLink",
    "Demand",
    "KeptContent",
    "LedgerEntry",
    "LegalNotice",
    "NoticeRule",
    "NoticeText",
    "PublicRevision",
    "RuleSetVersion",
]
