"""What the newsroom says: pages, credits, and the files in which stories come and go."""
