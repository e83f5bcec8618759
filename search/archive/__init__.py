"""The archive: editors search the stories of all languages at once, drafts included, in the database."""
