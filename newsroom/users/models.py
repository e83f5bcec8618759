"""The account of a person who works in the newsroom."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A journalist, editor, lawyer or administrator; never a reader."""
