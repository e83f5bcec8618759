"""The tables of pictures and video as they came to be."""
