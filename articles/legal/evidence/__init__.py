"""Evidence: what a reader at an address, at a moment, in a region and a language was shown, and why.

`asking` reads the question, `answering` finds the page in the ledger, `fragments` keeps notices in the bytes of their
day, `snapshots` whole pages, `gathering` puts the evidence together, `archive` seals it.
"""
