"""The tables of the outbox as they came to be."""
