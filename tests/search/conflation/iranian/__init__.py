"""Tests of the iranian languages."""
