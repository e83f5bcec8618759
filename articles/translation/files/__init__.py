"""The texts of a translation leave for translators outside and return: XLIFF 1.2 and 2.0."""
