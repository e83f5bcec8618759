"""Tests of the translation memory."""
