"""Registration of the outbox in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from newsroom.outbox import log, views
from newsroom.outbox.parking import PERMISSION

hooks.register("register_admin_urls", views.admin_urls)
hooks.register("register_reports_menu_item", views.reports_menu_item)
hooks.register("register_log_actions", log.register_actions)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """What a group can be given on its screen."""
    app, _, codename = PERMISSION.partition(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
