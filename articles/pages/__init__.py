"""The pages of the newsroom: front pages, sections and stories, and when they may be seen."""
