import django.db.models.deletion
import media.models.pictures
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0001_pictures_and_video'),
    ]

    operations = [
        migrations.AlterField(
            model_name='picture',
            name='token',
            field=models.CharField(db_index=True, default=media.models.pictures.new_token, editable=False, max_length=16),
        ),
        migrations.AlterField(
            model_name='video',
            name='token',
            field=models.CharField(db_index=True, default=media.models.pictures.new_token, editable=False, max_length=16),
        ),
        migrations.CreateModel(
            name='Guarding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('picture', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='guarding', to='media.picture')),
                ('video', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='guarding', to='media.video')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('picture__isnull', False), ('video__isnull', False), _connector='XOR'), name='a_guarding_of_one_picture_or_one_video')],
            },
        ),
    ]
