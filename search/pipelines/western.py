"""Pipelines of the western languages."""

from search.pipelines.pipeline import Pipeline

PIPELINES: dict[str, Pipeline] = {
    code: Pipeline(name=f"newsroom_{code.replace('-', '_')}") for code in ("ce", "en", "hu", "hy", "ka", "ro", "sq")
}
