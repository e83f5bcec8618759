"""One module for each command for stories."""
