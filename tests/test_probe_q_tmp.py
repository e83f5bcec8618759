import pytest
from tests.articles.pages.test_queries import _full_story, _queries
from tests.factories import make_translation
pytestmark = pytest.mark.django_db
def test_x(client):
    s=_full_story(); make_translation(s,"ru")
    for q in _queries(client, s.url_path): print("Q", q[:60], "...", q[q.find(" FROM "):][:260])
    print("HOME")
    for q in _queries(client, "/en/"): print("Q", q[:60], "...", q[q.find(" FROM "):][:160])
    assert 0
