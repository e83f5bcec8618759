"""Carrying stories across languages: what changed since, the translation screen, the desk, releases."""
