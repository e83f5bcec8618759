"""Where a reader is, and named sets of places: told by one trusted source, kept nowhere."""
