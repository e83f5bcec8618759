"""Chechen: no dictionary lists its forms, so its stems stand on the grammar and a table of irregular words."""
