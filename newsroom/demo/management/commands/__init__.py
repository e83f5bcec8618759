"""One module for each command of the demo newsroom."""
