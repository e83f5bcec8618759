"""Regions that come with the program, kept as data in `presets.toml` and written into the database."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from newsroom.regions.models import Region

SOURCE = Path(__file__).with_name("presets.toml")


@cache
def presets() -> dict[str, dict[str, Any]]:
    """The fields of each preset by its key, its author and date in the note."""
    found = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return {key: _fields(entry) for key, entry in found.items()}


def ensure_presets(*, using: str = DEFAULT_DB_ALIAS) -> list[Region]:
    """Writes the presets that are missing or older than the program; gives those that it wrote. Safe to repeat.

    A preset that an administrator has changed stays as it is, also where the program has a newer one.
    """
    with transaction.atomic(using=using):
        written = Region.objects.using(using).select_for_update().filter(preset_key__isnull=False)
        stored = {str(region.preset_key): region for region in written}
        return [
            _write(stored.get(key) or Region(preset_key=key), fields, using)
            for key, fields in presets().items()
            if _wants_writing(stored.get(key), fields)
        ]


def can_be_written(using: str) -> bool:
    """Whether all tables are there, and that of regions is as this program knows it: one can migrate in parts."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if not {model._meta.db_table for model in apps.get_models() if model._meta.managed} <= set(tables):
            return False
        columns = connection.introspection.get_table_description(cursor, Region._meta.db_table)
    return {field.column for field in Region._meta.concrete_fields} <= {column.name for column in columns}


def is_changed(region: Region) -> bool:
    """Whether somebody has changed the preset since it was written."""
    return fingerprint(region) != region.preset_hash


def fingerprint(region: Region) -> str:
    """The hash of what decides who belongs to the region, of its name and its note."""
    content = json.dumps({**region.facts(), "author_note": region.author_note}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def _fields(entry: dict[str, Any]) -> dict[str, Any]:
    fields = {"codes": [], "whole_world": False, "unknown_subdivisions": {}, **entry}
    author, date, note = fields.pop("author"), fields.pop("date"), fields.pop("note")
    return {**fields, "author_note": f"{author}, {date}: {note}"}


def _wants_writing(region: Region | None, fields: dict[str, Any]) -> bool:
    if region is None:
        return True
    return not is_changed(region) and fingerprint(Region(**fields)) != region.preset_hash


def _write(region: Region, fields: dict[str, Any], using: str) -> Region:
    for name, value in fields.items():
        setattr(region, name, value)
    region.clean()
    region.preset_hash = fingerprint(region)
    region.updated_by = None
    region.save(using=using)
    return region
