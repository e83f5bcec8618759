"""The demo newsroom's commands."""
