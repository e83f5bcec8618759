"""Registration of the archive in the admin."""

from wagtail import hooks

from search.archive import views

hooks.register("register_admin_urls", views.admin_urls)
hooks.register("register_admin_menu_item", views.menu_item)
