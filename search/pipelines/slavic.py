"""Pipelines of the slavic languages."""

from search.pipelines.pipeline import Pipeline

PIPELINES: dict[str, Pipeline] = {
    code: Pipeline(name=f"newsroom_{code.replace('-', '_')}")
    for code in ("be", "bg", "bs", "cnr", "hr", "mk", "ru", "sr", "sr-latn", "uk")
}
