"""Tests of the law in the software."""
