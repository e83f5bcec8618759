"""Tests of search/pipelines/iranian."""
