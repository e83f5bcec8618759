"""The translation screen: a story's normal editor with its source beside each field and block."""
