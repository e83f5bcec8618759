"""Registration of regions in the admin."""

from wagtail.snippets.models import register_snippet

from newsroom.regions.viewsets import RegionViewSet

register_snippet(RegionViewSet)
