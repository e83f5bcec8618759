"""Tests of the western languages."""
