"""What is wrong with a ninjs 3.1 item, and where, by the schemas that we ship. Nothing is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parent / "schemas"
NINJS = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
FORMATS = ("date-time", "date")
"""The formats that we insist on. The others stay what JSON Schema makes them: notes for the reader."""


def errors_in(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Pairs of path and message, sorted by path, and none if the item is valid.

    A path looks like `associations[0].renditions[1].href`; the item itself has the empty path. A property that is
    missing or unknown is reported at the path of the object that should, or should not, have it.
    """
    found = {
        (tuple(error.absolute_path), message)
        for error in _validator().iter_errors(dict(item))
        for message in _messages(error)
    }
    return [(_path(steps), message) for steps, message in sorted(found)]


@cache
def _validator() -> Draft202012Validator:
    registry = _registry()
    return Draft202012Validator(registry.contents(NINJS), registry=registry, format_checker=_checker())


@cache
def _checker() -> FormatChecker:
    """The package's checks, but without the line end that its pattern lets through after a moment."""
    checker, theirs = FormatChecker(formats=FORMATS), FormatChecker(formats=FORMATS)
    checker.checks("date-time")(lambda value: theirs.conforms(value, "date-time") and not str(value).endswith("\n"))
    return checker


@cache
def _registry() -> Registry[Any]:
    contents = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(SCHEMAS.glob("*.json")))
    resources: list[Resource[Any]] = [Resource.from_contents(schema) for schema in contents]
    return resources @ Registry()


def _path(steps: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")


def _messages(error: ValidationError) -> Iterator[str]:
    """The error in words that never repeat a whole object or a whole text, which may be very long."""
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            yield from (f"unknown property {name!r}" for name in error.instance if name not in _known(error.schema))
        case "required":
            yield from (f"missing property {name!r}" for name in error.validator_value if name not in error.instance)
        case "type":
            types = error.validator_value
            yield f"not of type {types if isinstance(types, str) else ' or '.join(types)}"
        case "oneOf" | "anyOf":
            yield "fits none, or more than one, of the allowed forms"
        case "minItems":
            yield f"fewer than {error.validator_value} entries"
        case "enum":
            yield f"{_short(error.instance)} is none of {', '.join(map(repr, error.validator_value))}"
        case "format":
            yield f"{_short(error.instance)} is not a valid {error.validator_value}"
        case "pattern":
            yield f"{_short(error.instance)} does not have the expected form"
        case "const":
            yield f"{_short(error.instance)} is not {error.validator_value!r}"
        case _:
            yield error.message


def _known(schema: Mapping[str, Any]) -> set[str]:
    """The names of the properties that a closed object may have, its own and those of the schema that it extends."""
    names = set(schema.get("properties", ()))
    if "$ref" in schema:
        names |= _known(_registry().resolver(NINJS).lookup(schema["$ref"]).contents)
    return names


def _short(value: object, longest: int = 80) -> str:
    text = repr(value)
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
