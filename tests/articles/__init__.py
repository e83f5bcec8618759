"""Tests of stories and everything around them."""
