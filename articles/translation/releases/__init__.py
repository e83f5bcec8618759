"""Releases: stories, often one story in its languages, that go live at one moment, all of them or none."""
