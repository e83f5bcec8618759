"""Who may delete a picture: it may stand in any desk's stories, so not everybody who may change its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from media.models import Picture

DELETE = "delete"


class PicturePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's rights on pictures, except that deleting is a right of its own, besides one's own uploads.

    Wagtail takes whoever may change a picture for somebody who may delete it.
    """

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Picture) -> bool:
        """Whether they may do any of this to this picture."""
        others = set(actions) - {DELETE}
        if others and super().user_has_any_permission_for_instance(user, others, instance):
            return True
        return DELETE in actions and self._may_delete(user, instance)

    def _may_delete(self, user: Any, picture: Picture) -> bool:
        is_own = user.pk is not None and picture.uploaded_by_user_id == user.pk
        return bool(self._check_perm(user, ["add"] if is_own else [DELETE], collection=picture.collection))


def register() -> None:
    """Makes the whole admin ask the policy, whenever Wagtail registers its own."""
    policy = PicturePolicy(Picture, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user")
    register_permission_policy(Picture, policy, exact_class=True)
