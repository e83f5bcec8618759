"""Tests of what leaves for other systems."""
