"""Pictures and moving pictures: what they are, who may see their files, and how a page shows them."""
