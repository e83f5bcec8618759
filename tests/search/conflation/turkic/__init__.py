"""Tests of the turkic languages."""
