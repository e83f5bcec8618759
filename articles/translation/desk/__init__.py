"""The screens of the translation desk: the board, one's work, giving work out, one's notifications."""
