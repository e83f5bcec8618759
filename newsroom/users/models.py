"""The account of a person who works in the newsroom, and what groups are for."""

from django.contrib.auth.models import AbstractUser, Group
from django.db import models


class User(AbstractUser):
    """A journalist, editor, lawyer or administrator; never a reader."""


class LanguageRole(models.Model):
    """That the members of a group have a role in a language."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="language_roles")
    language = models.CharField(max_length=16)
    role = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "language", "role"], name="a_role_is_given_once")]
        indexes = [models.Index(fields=["language", "role"], name="role_in_language")]
