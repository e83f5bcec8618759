"""What is stored about the law."""

from articles.legal.models.ledger import KeptContent, LedgerEntry, PublicRevision

__all__ = ["KeptContent", "LedgerEntry", "PublicRevision"]
