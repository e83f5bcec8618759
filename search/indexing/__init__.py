"""Keeping the indexes in step with the database: changes, their delivery, rebuilding, verification."""
