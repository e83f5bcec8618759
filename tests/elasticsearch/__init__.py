"""A real Elasticsearch for tests and local work; production points to its own cluster and needs nothing of this.

`python -m tests.elasticsearch` serves in the foreground, `tests.elasticsearch.server()` for as long as a block lasts.
Nothing of that needs Django; the fixtures of tests do.
"""

from tests.elasticsearch.serving import Missing, Server, server

__all__ = ["Missing", "Server", "server"]
