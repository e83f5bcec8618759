"""The tables of users as they came to be."""
