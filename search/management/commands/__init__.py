"""`search_rebuild`, `search_status` and `search_verify`."""
