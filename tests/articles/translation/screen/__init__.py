"""Tests of the screen on which a story is translated."""
