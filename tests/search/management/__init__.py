"""Tests of the commands of the search."""
