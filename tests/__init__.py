"""The suite: its folders mirror the code that they try."""
