"""Registration of this app's parts in the admin."""
