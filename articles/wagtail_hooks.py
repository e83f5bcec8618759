"""Registration of this app's parts in the admin."""

from functools import partial

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from articles.credits import access, log, viewsets, withholding_buttons, withholding_views
from articles.legal.desk import keeping, menu, urls
from articles.legal.exchange import screens as exchange
from articles.legal.preview import screens as preview
from articles.pages import deleting, duty, editor_assets, links, moving, needed, secrecy
from articles.pages.corrections import buttons as correction_buttons
from articles.pages.corrections import keeping as correction_log
from articles.pages.corrections import screens as correction_screens
from articles.pages.embargo import screens as embargo_screens
from articles.pages.embargo import setting as embargo
from articles.pages.killing import buttons as kill_buttons
from articles.pages.killing import killing
from articles.pages.killing import screens as kill_screens
from articles.pages.mentions import mentions_of
from articles.translation import accepting, assigning, glossary, ways
from articles.translation.aids import urls as translation_aids
from articles.translation.desk import menu as translation_menu
from articles.translation.desk import urls as translation_urls
from articles.translation.releases import confirming as releases
from articles.translation.releases import urls as release_urls
from articles.translation.screen import views as translation_views

access.register_policy()
register_snippet(viewsets.CreditsViewSetGroup)
hooks.register("register_log_actions", log.register_actions)
hooks.register("register_admin_urls", partial(withholding_views.admin_urls, mentions_of))
hooks.register("register_admin_urls", exchange.admin_urls)
hooks.register("register_snippet_listing_buttons", withholding_buttons.listing_buttons)
hooks.register("register_snippet_action_menu_item", withholding_buttons.action_menu_item)
hooks.register("register_reports_menu_item", withholding_buttons.reports_menu_item)
hooks.register("register_rich_text_features", links.register, order=1)
hooks.register("before_move_page", moving.refuse_move)
hooks.register("construct_page_chooser_queryset", secrecy.limit_chooser)
hooks.register("construct_reports_menu", secrecy.limit_reports)
hooks.register("before_publish_page", duty.refuse_publication)
hooks.register("before_delete_page", deleting.refuse_deletion)
hooks.register("before_bulk_action", deleting.refuse_bulk_deletion)
hooks.register("before_unpublish_page", needed.refuse_unpublishing)
hooks.register("before_bulk_action", needed.refuse_in_bulk)
hooks.register("register_admin_urls", preview.admin_urls)
hooks.register("register_reports_menu_item", preview.reports_menu_item)
hooks.register("register_admin_urls", urls.admin_urls)
hooks.register("register_admin_menu_item", menu.menu_item)
hooks.register("register_page_header_buttons", menu.story_buttons)
hooks.register("before_delete_snippet", keeping.refuse_region)
hooks.register("before_delete_user", keeping.refuse_account)
hooks.register("before_bulk_action", keeping.refuse_accounts)
hooks.register("register_log_actions", accepting.register_actions)
hooks.register("register_admin_urls", translation_urls.admin_urls)
hooks.register("register_admin_menu_item", translation_menu.menu_item)
hooks.register("register_page_header_buttons", translation_menu.story_buttons)
hooks.register("register_page_listing_more_buttons", translation_menu.listing_buttons)
hooks.register("register_log_actions", assigning.register_actions)
hooks.register("register_log_actions", killing.register_actions)
hooks.register("register_admin_urls", kill_screens.admin_urls)
hooks.register("register_page_header_buttons", kill_buttons.story_buttons)
hooks.register("before_edit_page", kill_buttons.warn_of_kill)
hooks.register("register_log_actions", correction_log.register_actions)
hooks.register("register_admin_urls", correction_screens.admin_urls)
hooks.register("register_page_header_buttons", correction_buttons.story_buttons)
hooks.register("before_edit_page", correction_buttons.tell_of_waiting)
hooks.register("insert_editor_js", editor_assets.editor_scripts)
hooks.register("insert_global_admin_css", editor_assets.admin_styles)
hooks.register("register_admin_urls", translation_views.admin_urls)
hooks.register("register_log_actions", embargo.register_actions)
hooks.register("register_admin_urls", embargo_screens.admin_urls)
hooks.register("register_page_header_buttons", embargo_screens.story_buttons)
hooks.register("register_log_actions", releases.register_actions)
hooks.register("register_admin_urls", release_urls.admin_urls)
hooks.register("register_page_header_buttons", release_urls.story_buttons)
glossary.register_policy()
hooks.register("register_admin_viewset", lambda: glossary.glossary_viewset)
hooks.register("register_admin_urls", translation_aids.admin_urls)
hooks.register("register_log_actions", ways.register_actions)
