"""Preview as: a page as a reader somewhere, at some moment, would get it; for legal staff and, by a link, for counsel.

`scene` says what is looked at, `forms` asks for it, `screens` show it to staff, `counsel` makes and opens links,
`counsel_views` are what counsel meets, `neutral` takes from a page whatever leads away from it.
"""
