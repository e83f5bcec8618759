"""The only door to Babel: lists, dates, times, numbers, durations and places as each language writes them.

`overrides` holds what CLDR lacks or has wrong for the languages of the table.
"""

from newsroom.formats.dates import format_date, format_date_and_time, format_time
from newsroom.formats.lists import has_formats, join_list, list_patterns
from newsroom.formats.numbers import format_clock, format_number, in_own_digits
from newsroom.formats.places import country_name, subdivision_name

__all__ = [
    "country_name",
    "format_clock",
    "format_date",
    "format_date_and_time",
    "format_number",
    "format_time",
    "has_formats",
    "in_own_digits",
    "join_list",
    "list_patterns",
    "subdivision_name",
]
