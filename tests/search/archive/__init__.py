"""Tests of the editors' archive."""
