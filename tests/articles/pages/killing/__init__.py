"""Tests of killing a story in every language, and reviving it."""
