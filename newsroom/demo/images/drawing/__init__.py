"""Draws the demonstration pictures and the short film from nothing but code."""
