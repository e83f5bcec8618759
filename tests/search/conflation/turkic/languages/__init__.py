"""Words and cells of each Turkic language, for trials."""
