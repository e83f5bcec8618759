"""What is worth a second look in a translation before it is published. It advises; a person decides."""

from articles.translation.checking.everything import findings
from articles.translation.checking.findings import Finding, Severity

__all__ = ["Finding", "Severity", "findings"]
