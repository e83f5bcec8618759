"""What a translator may ask for while writing: machine text, earlier translations, checks."""
