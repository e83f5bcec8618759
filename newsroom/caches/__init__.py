"""Shared caches in front of the site: the names by which they find answers again, and orders to drop them."""
