"""The one client of Elasticsearch that a process has."""

from __future__ import annotations

import logging
from functools import cache

from django.conf import settings
from elasticsearch import Elasticsearch

REQUEST_SECONDS = 1.2
"""How long a reader's request to Elasticsearch may take, so that the page keeps its budget of 1.5 s."""
WORK_SECONDS = 20.0
"""How long the worker's requests may take; well under the lease of a message."""


def is_configured() -> bool:
    """Whether this installation has an Elasticsearch."""
    return bool(settings.ELASTICSEARCH_URL)


@cache
def client() -> Elasticsearch:
    """The client, with the connections it keeps; made when first needed. It tries nothing twice by itself."""
    logging.getLogger("elastic_transport").setLevel(logging.WARNING)  # on DEBUG it writes down what readers search
    return Elasticsearch(
        settings.ELASTICSEARCH_URL, max_retries=0, retry_on_timeout=False, request_timeout=WORK_SECONDS
    )
