"""Take a parsed JSON document apart, field by field; every refusal names its JSON path."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sociogram.dates import PartialDate, parse_date
from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual
from sociogram.strict_json import step
from sociogram.texts import LABEL_LIMIT, clean_text

MISSING = object()
_ITEM = re.compile(r"[a-z_]+\[[0-9]+\]", re.ASCII)


class JsonReader:
    """One object of the document, at `path`. `place` is the file."""

    __slots__ = ("path", "place", "value")

    def __init__(self, value: Any, place: str, path: str = "$") -> None:
        self.place, self.path = place, path
        if not isinstance(value, dict):
            raise self.refusal("", "une table { } est attendue.", "a table { } is expected.")
        self.value: Mapping[str, Any] = value

    def where(self, key: str = "") -> str:
        """Return the file and JSON path of a field."""
        item = _ITEM.fullmatch(key)
        path = f"{self.path}.{key}" if item else step(self.path, key) if key else self.path
        return f"{self.place}, {path}" if self.place else path

    def refusal(self, key: str, fr: str, en: str, code: str = "bad_value") -> BadInput:
        """Return the refusal of a field."""
        return bad_input(
            code,
            fr=fr,
            en=en,
            remedy_fr="Voir la forme d'une situation simple dans la documentation.",
            remedy_en="See the form of a plain situation in the documentation.",
            place=self.where(key),
        )

    def unknown_keys(self, known: Collection[str]) -> list[str]:
        """Return the keys of this object that are not known, in their order."""
        return [key for key in self.value if key not in known]

    def text(self, key: str, limit: int = LABEL_LIMIT, *, multiline: bool = False) -> str:
        """Return a cleaned text; absent or null is empty."""
        raw = self.value.get(key)
        if raw is None:
            return ""
        if not isinstance(raw, str):
            raise self.refusal(key, "un texte est attendu.", "a text is expected.")
        return clean_text(raw, limit=limit, place=self.where(key), multiline=multiline)

    def bilingual(self, stem: str, limit: int = LABEL_LIMIT, *, multiline: bool = False) -> Bilingual:
        """Return `stem_fr` and `stem_en`."""
        return Bilingual(
            self.text(f"{stem}_fr", limit, multiline=multiline),
            self.text(f"{stem}_en", limit, multiline=multiline),
        )

    def code(self, key: str, allowed: Collection[str], default: Any = MISSING) -> Any:
        """Return one of the allowed codes; `default` when absent or null."""
        raw = self.value.get(key)
        if raw is None and default is not MISSING:
            return default
        if not isinstance(raw, str) or raw not in allowed:
            choices = ", ".join(allowed)
            raise self.refusal(
                key, f"une de ces valeurs est attendue : {choices}.", f"expected one of: {choices}."
            )
        return raw

    def boolean(self, key: str, default: bool) -> bool:
        """Return true or false."""
        raw = self.value.get(key, default)
        if not isinstance(raw, bool):
            raise self.refusal(key, "true ou false est attendu.", "true or false is expected.")
        return raw

    def integer(self, key: str, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`."""
        raw = self.value.get(key)
        if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
            raise self.refusal(
                key,
                f"un nombre entier de {low} à {high} est attendu.",
                f"a whole number from {low} to {high} is expected.",
            )
        return raw

    def date(self, key: str, *, year: bool = False) -> PartialDate | None:
        """Return a partial date; absent, null or empty is none. With `year`, a bare number is a year."""
        raw = self.value.get(key)
        if raw is None or raw == "":
            return None
        if year and isinstance(raw, int) and not isinstance(raw, bool):
            raw = str(raw)
        if not isinstance(raw, str):
            raise self.refusal(
                key, "une date AAAA, AAAA-MM ou AAAA-MM-JJ est attendue.", "a date is expected."
            )
        return parse_date(raw, place=self.where(key))

    def items(self, key: str, limit: int = 20_000) -> list[Any]:
        """Return a list; absent is empty."""
        raw = self.value.get(key, [])
        if not isinstance(raw, list):
            raise self.refusal(key, "une liste [ ] est attendue.", "a list [ ] is expected.")
        if len(raw) > limit:
            raise self.refusal(key, f"plus de {limit} éléments.", f"more than {limit} items.", "too_many")
        return raw

    def objects(self, key: str) -> Iterator["JsonReader"]:
        """Yield a reader for each object of a list."""
        path = step(self.path, key)
        for at, item in enumerate(self.items(key)):
            yield JsonReader(item, self.place, step(path, at))
