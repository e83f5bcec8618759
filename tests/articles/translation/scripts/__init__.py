"""Tests of the conversion of scripts."""
