"""Tests of what the environment may say."""
