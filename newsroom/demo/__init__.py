"""The demonstration content that shows Newsroom at work."""
