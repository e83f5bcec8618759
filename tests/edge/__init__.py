"""Tests of the site behind real shared caches, in the configurations that operators are given."""
