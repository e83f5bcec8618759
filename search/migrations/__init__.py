"""The table of the search."""
