"""What templates with pictures and video may call."""
