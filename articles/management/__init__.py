"""The commands for stories."""
