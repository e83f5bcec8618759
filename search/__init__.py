"""Search: one index for each language, from a story's publication to its withdrawal."""
