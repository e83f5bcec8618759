"""Tests of carrying stories across languages."""
