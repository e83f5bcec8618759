"""Tests of search/conflation."""
