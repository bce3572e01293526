"""A text in both languages, French first."""

from dataclasses import dataclass

LANGUAGES = ("fr", "en")
"""The languages every text exists in; the first is the default."""


def checked_language(lang: str) -> str:
    """Return ``lang`` if it is one of LANGUAGES; ValueError saying which exist otherwise."""
    if lang not in LANGUAGES:
        raise ValueError(f"unknown language {lang!r}: use one of {', '.join(LANGUAGES)}")
    return lang


@dataclass(frozen=True, slots=True)
class Words:
    """One text in French and in English."""

    fr: str
    en: str

    def said(self, lang: str) -> str:
        """Return the text in ``lang``; ValueError for a language that does not exist here."""
        return self.fr if checked_language(lang) == "fr" else self.en
