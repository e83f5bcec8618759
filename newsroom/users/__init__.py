"""Who works here: the user model and the groups of each language."""
