"""The demo newsroom: invented stories in every language, and the command that loads them."""
