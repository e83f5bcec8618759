"""Killing a story: every language of it leaves every surface in one action, and may come back in one."""
