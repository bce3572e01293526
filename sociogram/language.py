"""Texts that people read exist in French and in English; French comes first."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["fr", "en"]
LANGUAGES: tuple[Lang, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in both languages. Either half may be empty in users' own texts, never in ours."""

    fr: str = ""
    en: str = ""

    def in_(self, lang: Lang) -> str:
        """Return the text in `lang`, else in the other language, else an empty string."""
        first, second = (self.fr, self.en) if lang == "fr" else (self.en, self.fr)
        return first or second

    def __bool__(self) -> bool:
        return bool(self.fr or self.en)

    def filled(self, **values: object) -> "Bilingual":
        """Return the text with `{names}` replaced by `values` in both languages."""
        return Bilingual(fr=self.fr.format(**values), en=self.en.format(**values))
