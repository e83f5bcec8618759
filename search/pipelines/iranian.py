"""Pipelines of the iranian languages."""

from search.pipelines.pipeline import Pipeline

PIPELINES: dict[str, Pipeline] = {
    code: Pipeline(name=f"newsroom_{code.replace('-', '_')}") for code in ("fa", "fa-af", "ps", "tg", "ur")
}
