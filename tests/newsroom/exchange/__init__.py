"""Tests of reading files from outside."""
