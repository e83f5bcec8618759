"""Corrections: what a story had wrong and what is right, carried to every language of it."""
