"""Tests of the reader's pages in a real Chromium."""
