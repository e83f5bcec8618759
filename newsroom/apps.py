"""The project itself as an app: its templates, tags, checks and commands."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self) -> None:
        """Registers the system checks, and the shared caches as a destination of messages."""
        from newsroom import checks  # noqa: F401 importing registers
        from newsroom.caches import purging

        purging.register()
