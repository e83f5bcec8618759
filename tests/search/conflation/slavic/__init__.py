"""Tests of the slavic languages."""
