"""The texts of a notice leave for translation and return: one file for all languages, in CSV or XLIFF."""
