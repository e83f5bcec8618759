"""Tests of where readers are, and of named sets of places."""
