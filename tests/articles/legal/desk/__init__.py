"""Tests of the legal desk in the admin."""
