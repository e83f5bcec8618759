"""Conflation: which written forms count as one word, in each language.

Every group of languages is a package of its own that gives a `Conflation` for each of its codes; `table` joins them.
"""
