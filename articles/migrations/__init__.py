"""The tables of stories as they came to be."""
