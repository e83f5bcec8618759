"""Tests of the project's commands."""
