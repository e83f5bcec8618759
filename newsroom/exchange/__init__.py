"""Files that people bring from outside, read safely: archives and XLIFF; what their texts are, other rooms know."""
