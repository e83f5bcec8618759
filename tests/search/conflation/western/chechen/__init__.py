"""Tests of Chechen."""
