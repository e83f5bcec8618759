"""Tests of a translator's aids."""
