"""What single values of an event may be. Each check returns the value as it is kept, or raises BadInput."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sociogram.dates import EARLIEST_YEAR, LATEST_YEAR
from sociogram.language import Bilingual
from sociogram.loop.refusal import refused
from sociogram.strict_json import MAX_INTEGER, step
from sociogram.texts import LABEL_LIMIT, clean_text

Check = Callable[[Any, str], Any]
"""A check of the value of a field, named in the second argument."""

MAX_GROUPS = 50
MAX_NUMBER = 1_000_000
MAX_HOURS = 24 * 366
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID = re.compile(r"[\w.:-]{1,120}")
_BY = re.compile(r"[\w.:@+-]{1,120}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def _matching(pattern: re.Pattern[str], fr: str, en: str) -> Check:
    expected = Bilingual(fr, en)

    def check(value: Any, field: str) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise refused("event_value", field, expected=expected)
        if not unicodedata.is_normalized("NFC", value):
            raise refused("event_value", field, expected=expected)
        return value

    return check


uuid = _matching(_UUID, "Un UUID en minuscules est attendu.", "A UUID in lower case is expected.")
element_id = _matching(
    _ID,
    "Un identifiant de l'annuaire est attendu : 1 à 120 lettres, chiffres ou « . : _ - ».",
    "An id of the directory is expected: 1 to 120 letters, digits or “. : _ -”.",
)
viewer_id = _matching(
    _BY,
    "Prendre 1 à 120 lettres, chiffres ou « . : @ + _ - ».",
    "Take 1 to 120 letters, digits or “. : @ + _ -”.",
)
month = _matching(_MONTH, "Écrire un mois AAAA-MM.", "Write a month YYYY-MM.")
language = _matching(
    re.compile("[a-z]{2,3}"),
    "Écrire un code ISO 639 de deux ou trois lettres, par exemple fr, bm.",
    "Write an ISO 639 code of two or three letters, such as fr, bm.",
)
country = _matching(
    re.compile("[A-Z]{2}"),
    "Écrire un code ISO 3166 de deux lettres, par exemple ML.",
    "Write an ISO 3166 code of two letters, such as ML.",
)


def instant(value: Any, field: str) -> str:
    """An RFC 3339 instant in UTC, written with Z."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return value
    raise refused(
        "event_value",
        field,
        expected=Bilingual(
            "Écrire un instant comme 2026-11-22T18:30:00Z.", "Write an instant such as 2026-11-22T18:30:00Z."
        ),
    )


def day(value: Any, field: str) -> str:
    """A whole day, YYYY-MM-DD, as it is written."""
    as_day(value, field)
    return str(value)


def as_day(value: Any, field: str) -> date:
    """Return the day written YYYY-MM-DD."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            raise refused("event_date", field, expected=_A_DAY) from None
        return checked_day(found, field)
    raise refused("event_value", field, expected=_A_DAY)


def checked_day(value: Any, field: str) -> date:
    """Return a day of the years that dates may have here."""
    if type(value) is not date or not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise refused("event_value", field, expected=_A_DAY)
    return value


_A_DAY = Bilingual(
    f"Écrire un jour AAAA-MM-JJ entre {EARLIEST_YEAR} et {LATEST_YEAR}.",
    f"Write a day YYYY-MM-DD between {EARLIEST_YEAR} and {LATEST_YEAR}.",
)


def boolean(value: Any, field: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise refused(
            "event_value",
            field,
            expected=Bilingual("true ou false est attendu.", "true or false is expected."),
        )
    return value


def one_of(*codes: str) -> Check:
    """One of the codes."""
    expected = Bilingual(f"Choisir parmi : {', '.join(codes)}.", f"Choose among: {', '.join(codes)}.")

    def check(value: Any, field: str) -> str:
        if not isinstance(value, str) or value not in codes:
            raise refused("event_value", field, expected=expected)
        return value

    return check


def number(low: int, high: int) -> Check:
    """A whole number between `low` and `high`."""
    expected = Bilingual(
        f"Donner un nombre entier de {low} à {high}.", f"Give a whole number from {low} to {high}."
    )

    def check(value: Any, field: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise refused("event_value", field, expected=expected)
        return value

    return check


def text(limit: int = LABEL_LIMIT) -> Check:
    """A text, cleaned, with something in it."""

    def check(value: Any, field: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise refused(
                "event_value", field, expected=Bilingual("Un texte est attendu.", "A text is expected.")
            )
        return clean_text(value, limit=limit, field=field, multiline=limit > LABEL_LIMIT)

    return check


def ids(value: Any, field: str) -> list[str]:
    """Ids of the directory, each once."""
    return list(dict.fromkeys(listed(element_id, MAX_GROUPS)(value, field)))


def listed(check: Check, limit: int) -> Check:
    """A list of at most `limit` values."""
    expected = Bilingual(
        f"Donner une liste de {limit} valeurs au plus.", f"Give a list of at most {limit} values."
    )

    def check_list(value: Any, field: str) -> list[Any]:
        if not isinstance(value, list | tuple):
            raise refused("event_value", field, expected=expected)
        if len(value) > limit:
            raise refused("event_too_many", field, expected=expected)
        return [check(one, f"{field}[{at}]") for at, one in enumerate(value)]

    return check_list


def table(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """A table with these keys and no other; an optional key that holds null counts as absent."""

    def check(value: Any, field: str) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refused(
                "event_value",
                field,
                expected=Bilingual("Une table { } est attendue.", "A table { } is expected."),
            )
        for key in value:
            if key not in required and key not in optional:
                raise refused("event_unknown_key", step(field, str(key)))
        for key in required:
            if value.get(key) is None:
                raise refused("event_missing", f"{field}.{key}")
        checks = {**required, **optional}
        return {key: checks[key](one, f"{field}.{key}") for key, one in value.items() if one is not None}

    return check


def document(value: Any, field: str, *, deep: int = 6, left: list[int] | None = None) -> Any:
    """A document of tables, lists, short texts and whole numbers, of bounded size."""
    left = [20_000] if left is None else left
    left[0] -= 1
    if left[0] < 0 or deep < 0:
        raise refused("event_too_many", field)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return number(-MAX_INTEGER, MAX_INTEGER)(value, field)
    if isinstance(value, str):
        return clean_text(value, limit=200, field=field)
    if isinstance(value, list | tuple):
        return [document(one, field, deep=deep - 1, left=left) for one in value]
    if isinstance(value, Mapping) and all(isinstance(key, str) and len(key) <= 120 for key in value):
        return {
            clean_text(key, field=field): document(one, field, deep=deep - 1, left=left)
            for key, one in value.items()
        }
    raise refused("event_value", field)
