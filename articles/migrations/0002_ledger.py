import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.legal.ledger import triggers


def create_triggers(apps, schema_editor):
    triggers.create(schema_editor.connection)


def drop_triggers(apps, schema_editor):
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_stories'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='when')),
                ('kind', models.CharField(max_length=64, verbose_name='what happened')),
                ('subject', models.CharField(max_length=255, verbose_name='to what')),
                ('staff_id', models.BigIntegerField(null=True, verbose_name='by whom')),
                ('data', models.TextField(default='{}', verbose_name='references')),
                ('content_hash', models.CharField(blank=True, max_length=64)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'verbose_name': 'ledger entry',
                'verbose_name_plural': 'ledger entries',
                'db_table': 'articles_ledgerentry',
                'ordering': ['id'],
                'indexes': [
                    models.Index(fields=['subject', 'id'], name='entry_subject'),
                    models.Index(condition=models.Q(('kind', 'content.erased')), fields=['content_hash'], name='entry_erasure'),
                ],
            },
        ),
        migrations.CreateModel(
            name='KeptContent',
            fields=[
                ('hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('content', models.BinaryField()),
                ('content_type', models.CharField(blank=True, max_length=255)),
                ('kept_at', models.DateTimeField()),
                ('erased_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'kept content',
                'verbose_name_plural': 'kept contents',
                'db_table': 'articles_keptcontent',
            },
        ),
        migrations.CreateModel(
            name='PublicRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=1024)),
                ('content_hash', models.CharField(max_length=64)),
                ('became_public_at', models.DateTimeField()),
                ('ceased_at', models.DateTimeField(null=True)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.revision')),
            ],
            options={
                'verbose_name': 'public revision',
                'verbose_name_plural': 'public revisions',
                'indexes': [
                    models.Index(fields=['address', 'became_public_at'], name='public_address'),
                    models.Index(condition=models.Q(('ceased_at__isnull', True)), fields=['page'], name='public_now'),
                ],
            },
        ),
        # The program's own role should not own these tables in production: see the README.
        migrations.RunPython(create_triggers, drop_triggers),
    ]
