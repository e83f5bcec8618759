"""Tests of the texts of a notice that leave for translation and return."""
