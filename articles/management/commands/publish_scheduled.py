"""Wagtail's own name for `publish_due`, so that a habit does not go round embargoes."""

from articles.management.commands.publish_due import Command as Command  # noqa: PLC0414 the command under a second name
