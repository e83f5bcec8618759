"""The demonstration pictures and the short film, with the code that draws them."""
