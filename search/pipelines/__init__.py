"""How Elasticsearch itself analyses the text of each language, as data."""
