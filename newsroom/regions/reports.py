"""Error reports without places: for requests that fail before LocationMiddleware has seen them."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

from newsroom.regions.traces import tells_place

ROOM = __name__.rpartition(".")[0] + "."


class PlacelessReports(SafeExceptionReporterFilter):
    """Django's filter, which also stars what tells where a reader is: in META, and in variables that hold a META.

    Unlike Django's it stars variables of this room while debugging too.
    """

    def cleanse_setting(self, key: Any, value: Any) -> Any:
        """The value, or stars for it where its name tells of a place."""
        if isinstance(key, str) and tells_place(key):
            return self.cleansed_substitute
        return super().cleanse_setting(key, value)

    def cleanse_special_types(self, request: HttpRequest | None, value: Any) -> Any:
        """The value; a mapping such as a WSGI environment is starred entry by entry."""
        value = super().cleanse_special_types(request, value)
        if isinstance(value, Mapping) and any(isinstance(key, str) and tells_place(key) for key in value):
            return {key: self.cleanse_setting(key, entry) for key, entry in value.items()}
        return value

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: FrameType) -> ItemsView[str, Any]:
        """The variables of a frame; all are starred where the frame belongs to this room."""
        if str(tb_frame.f_globals.get("__name__", "")).startswith(ROOM):
            return dict.fromkeys(tb_frame.f_locals, self.cleansed_substitute).items()
        return super().get_traceback_frame_variables(request, tb_frame)
