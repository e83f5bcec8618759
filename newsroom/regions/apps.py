"""The app of regions and of where readers are."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RegionsConfig(AppConfig):
    name = "newsroom.regions"
    label = "regions"
    verbose_name = _("Regions")

    def ready(self) -> None:
        """Has the presets written whenever the tables are made or changed."""
        post_migrate.connect(_write_presets, sender=self)


def _write_presets(using: str, **kwargs: Any) -> None:
    from newsroom.regions.presets import can_be_written, ensure_presets

    if can_be_written(using):
        ensure_presets(using=using)
