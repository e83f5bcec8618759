"""Tests of translations that leave as files and return."""
