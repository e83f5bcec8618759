"""Tests of previews and of links for counsel."""
