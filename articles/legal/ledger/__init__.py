"""The ledger: a record that only grows, each entry sealed by the hash of the one before it.

`appending` writes entries, `stories` those about pages, `contents` keeps what they refer to, `erasing` empties it by
order, `canonical` says what is hashed, `triggers` has the database refuse every change, `verification` finds what was
changed all the same, `heads` and `signing` export signed proof of how far the record had grown.
"""
