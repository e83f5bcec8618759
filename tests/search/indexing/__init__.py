"""Tests of keeping the indexes in step with the database."""
