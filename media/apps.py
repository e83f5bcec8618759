"""The app of pictures and video."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Pictures and video")

    def ready(self) -> None:
        """Has pictures cut quickly and without traces, and public files follow what they are made from."""
        from media import avif, permissions, signals, traces

        avif.register()
        traces.register()
        permissions.register()
        signals.connect()
