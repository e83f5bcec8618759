"""Machines that translate: one interface, one that is built in, and those of others, reached over HTTP."""
