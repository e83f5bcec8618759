"""Taking a block of the source into a translation."""

from __future__ import annotations

import json

from django.db import transaction
from wagtail.models import Revision

from articles.translation.drafting import held_story
from articles.translation.models import Translation
from articles.translation.parts import BLOCK, Content, blocks_of, order_of
from articles.translation.staleness import source_content
from newsroom.users.models import User


class BlockIsThere(ValueError):
    """The translation has the block already."""


class BlockIsUnknown(ValueError):
    """The source has no such block."""


@transaction.atomic
def insert_block(translation: Translation, part: str, *, by: User) -> Revision:
    """A new draft of the translation with the block as the source has it, where it stands there.

    Raises BlockIsThere, BlockIsUnknown.
    """
    story = held_story(translation.story_id)
    version = story.get_latest_revision_as_object()
    version.body = body_with(part, version.serializable_data(), source_content(translation))
    return version.save_revision(user=by)


def body_with(part: str, own: Content, source: Content) -> str:
    """The body of a version with a block of the source where it stands there. Raises as `insert_block`."""
    order, here = order_of(source), order_of(own)
    if part not in order:
        raise BlockIsUnknown(part)
    if part in here:
        raise BlockIsThere(part)
    body = blocks_of(own)
    before = [key for key in order[: order.index(part)] if key in here]
    block = next(block for block in blocks_of(source) if BLOCK + block["id"] == part)
    body.insert(here.index(before[-1]) + 1 if before else 0, block)
    return json.dumps(body, ensure_ascii=False)
