"""What the law asks of the newsroom, and the record that proves what was done and when."""
