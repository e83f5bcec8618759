"""The Newsroom content management system."""
