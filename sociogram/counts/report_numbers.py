"""Numbers and days as the page writes them."""

from collections.abc import Sequence

from sociogram.counts.figures import Figure
from sociogram.counts.report import Bar
from sociogram.counts.spells import Spell
from sociogram.language import Bilingual, Lang

_SAID = Bilingual("{what}\u00a0: {told}", "{what}: {told}")
_HIDDEN = Bilingual("caché", "hidden")
_NO_TIME = Bilingual("aucune durée connue", "no time known")
_TIME = Bilingual(
    "la moitié en {median} au plus, neuf sur dix en {p90} au plus (sur {n})",
    "half within {median}, nine in ten within {p90} (out of {n})",
)


def grouped(number: int, lang: Lang) -> str:
    """Return a number with its thousands apart: 7 480 or 7,480."""
    return f"{number:,}".replace(",", "\u00a0") if lang == "fr" else f"{number:,}"


def at_least(found: Figure, lang: Lang) -> str:
    """Return a sum that may lack something: "12", "≥ 12" for at least 12, or "hidden"."""
    if found.exact:
        return grouped(found.number, lang)
    return f"≥\u00a0{grouped(found.number, lang)}" if found.number else _HIDDEN.in_(lang)


def bars(rows: Sequence[tuple[str, Figure]], lang: Lang) -> tuple[Bar, ...]:
    """Return a bar for each row, in the order given."""
    longest = max((found.number for _, found in rows), default=0) or 1
    return tuple(Bar(label, at_least(found, lang), found.number / longest) for label, found in rows)


def days(number: float, lang: Lang) -> str:
    """Return a time: "2,5 jours"."""
    written = f"{number:g}".replace(".", "," if lang == "fr" else ".")
    if lang == "fr":
        return f"{written}\u00a0jour{'s' if number >= 2 else ''}"
    return f"{written}\u00a0day{'' if number == 1 else 's'}"


def said(what: Bilingual, told: object, lang: Lang) -> str:
    """Return "what: told"."""
    return _SAID.filled(what=what.in_(lang), told=told).in_(lang)


def spell_words(heading: Bilingual, spell: Spell, lang: Lang) -> str:
    """Return median and 90th percentile in one sentence, with the number they come from."""
    if spell.median is None or spell.p90 is None:
        return said(heading, f"{_NO_TIME.in_(lang)}.", lang)
    told = _TIME.filled(median=days(spell.median, lang), p90=days(spell.p90, lang), n=grouped(spell.n, lang))
    return said(heading, f"{told.in_(lang)}.", lang)
