"""Tests of who gets through which door: every role, own and foreign language, every address that takes a key."""
