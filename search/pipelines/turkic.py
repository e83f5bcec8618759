"""Pipelines of the turkic languages."""

from search.pipelines.pipeline import Pipeline

PIPELINES: dict[str, Pipeline] = {
    code: Pipeline(name=f"newsroom_{code.replace('-', '_')}")
    for code in ("az", "ba", "crh", "kk", "ky", "tk", "tt", "uz", "uz-cyrl")
}
