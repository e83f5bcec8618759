"""Tests of shared caches in front of the site."""
