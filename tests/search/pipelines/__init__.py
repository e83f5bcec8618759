"""Tests of search/pipelines."""
