"""Tests of the commands of `articles.management`."""
