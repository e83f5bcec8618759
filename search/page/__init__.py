"""The search page of readers: addresses, filters, suggestions and the feed of results."""
