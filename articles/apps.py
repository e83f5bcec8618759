"""The app of stories; what the rooms declare is joined here."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self) -> None:
        """Connects receivers and fills the registries with their defaults."""
        from django.db.models.signals import post_save

        from articles.legal import explanations, subjects
        from articles.legal.evidence.fragments import record_new_version
        from articles.legal.ledger import places
        from articles.legal.models.version import RuleSetVersion
        from articles.pages import guarded_files, notices_panel, related, signals
        from articles.pages.killing import guarding
        from articles.pages.lawful import register_surfaces, subject_of
        from articles.pages.needed import is_live
        from articles.pages.registries import editor_panels, story_notes, workers
        from articles.pages.registries import related as related_registry
        from articles.translation import machine_note, rights, stages, telling, watching
        from articles.translation.memory import keeping
        from articles.translation.screen import panel

        signals.connect()
        places.connect()
        watching.connect()
        guarding.connect()
        stages.connect()
        telling.connect()
        machine_note.connect()
        keeping.connect()
        related_registry.register("newest of the section", related.newest_of_section)
        register_surfaces()
        subjects.register(subject_of)
        explanations.register(is_live)
        editor_panels.register("legal notices", notices_panel.panels)
        workers.register("translation desk", rights.who_works_on)
        editor_panels.register("source", panel.panels)
        story_notes.register("machine text", machine_note.notes)
        post_save.connect(record_new_version, sender=RuleSetVersion, dispatch_uid="articles.rules_changed")
        guarded_files.register_guard()
        post_save.connect(
            guarded_files.let_files_follow_rules, sender=RuleSetVersion, dispatch_uid="articles.files_follow_rules"
        )
