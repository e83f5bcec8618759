"""Tests of the files and feeds in which stories come in and go out."""
