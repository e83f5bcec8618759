"""Embargoes: until when nobody outside sees a story, in every language; setting, lifting, and what their end brings."""
