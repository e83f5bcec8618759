"""What templates of stories may call."""
