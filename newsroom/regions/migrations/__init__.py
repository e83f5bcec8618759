"""The table of regions as it came to be."""
