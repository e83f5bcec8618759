"""Tests of the engines that translate."""
