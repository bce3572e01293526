"""Counts as text for a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from sociogram.counts.figures import Figure
from sociogram.counts.report_numbers import at_least, said
from sociogram.counts.report_words import COLUMNS, DIFFERENT, MISSING, SENT
from sociogram.counts.standing import LABELS as STANDING_LABELS
from sociogram.counts.standing import STANDINGS
from sociogram.counts.tally import LABELS as TALLY_LABELS
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import REASONS

_AS_OF = Bilingual("Noté le {day} au plus tard", "Noted by {day}")
_MADE = Bilingual("Orientations faites", "Referrals made")
_PERSONS = Bilingual(
    "Personnes connues : {known} ; orientations sans repère de personne : {unmarked}",
    "Persons known: {known}; referrals without a person's mark: {unmarked}",
)
_BETWEEN = Bilingual("Personnes : au moins {low}, au plus {high}", "Persons: at least {low}, at most {high}")
_TIMES = (
    ("to_answer", Bilingual("Jours jusqu'à la réponse", "Days to the answer")),
    ("to_service", Bilingual("Jours jusqu'au service", "Days to the service")),
)
_SPELL = Bilingual(
    "médiane {median_days}, neuf sur dix en {p90_days} au plus (sur {n})",
    "median {median_days}, nine in ten within {p90_days} (out of {n})",
)
_PAPER = Bilingual("Relevé sur papier, compté à part", "Paper tally, counted apart")
_REASONS = Bilingual("Raisons des refus", "Reasons of the refusals")
_NUMBERS = ("made", "accepted", "declined", "no_answer", "completed")


def counts_text(answer: dict[str, Any], lang: Lang) -> str:
    """Return the exact numbers as text."""
    lines = [f"{answer['label']}, {answer['months']}", _AS_OF.filled(day=answer["as_of"]).in_(lang), ""]
    lines += _standing(answer["total"], lang)
    persons = answer["total"]["persons"]
    if persons is not None:
        lines.append(_PERSONS.filled(**persons).in_(lang))
    for name, words in _TIMES:
        spell = answer["total"][name]
        if spell["n"]:
            lines.append(said(words, _SPELL.filled(**spell).in_(lang), lang))
    lines += _reasons(answer["total"]["reasons"], lang)
    for table in answer["tables"]:
        lines += ["", *_table(table, lang)]
    if answer["paper"]["slips"]:
        lines += ["", _PAPER.in_(lang)]
        lines += [said(TALLY_LABELS[name], n, lang) for name, n in answer["paper"]["totals"].items()]
    return "\n".join([*lines, "", *answer["notes"]])


def merged_text(answer: dict[str, Any], lang: Lang) -> str:
    """Return partners' files put together as text."""
    lines = [f"{answer['label']}, {answer['months']}"]
    lines += [SENT.filled(names=", ".join(one["organisation"] for one in answer["files"])).in_(lang)]
    if answer["missing"]:
        lines.append(MISSING.filled(names=", ".join(answer["missing"])).in_(lang))
    lines += ["", *_standing(answer["total"], lang)]
    high = answer["persons"]["at_most"]
    bounds = {"low": answer["persons"]["at_least"], "high": "?" if high is None else high}
    lines += [_BETWEEN.filled(**bounds).in_(lang), *_reasons(answer["reasons"], lang)]
    for table in answer["tables"]:
        lines += ["", *_table(table, lang)]
    if answer["differences"]:
        names = ", ".join(f"{one['from']} → {one['to']}" for one in answer["differences"])
        lines += ["", DIFFERENT.filled(names=names).in_(lang)]
    return "\n".join([*lines, "", *answer["notes"]])


def _standing(line: dict[str, Any], lang: Lang) -> Iterator[str]:
    yield said(_MADE, _shown(line, "made", lang), lang)
    for name in STANDINGS:
        yield "  " + said(STANDING_LABELS[name], _shown(line, name, lang), lang)


def _reasons(reasons: dict[str, Any], lang: Lang) -> list[str]:
    given = [(code, words) for code, words in REASONS.items() if reasons[code]]
    told = [f"  {said(words, _shown(reasons, code, lang), lang)}" for code, words in given]
    return [_REASONS.in_(lang), *told] if told else []


def _table(table: dict[str, Any], lang: Lang) -> Iterator[str]:
    heads = [one.in_(lang) for one in COLUMNS]
    rows = [(row["label"], [_shown(row, name, lang) for name in _NUMBERS]) for row in table["rows"]]
    first = max([len(table["label"]), *(len(label) for label, _ in rows)])
    yield _line(table["label"], heads, first, heads)
    for label, numbers in rows:
        yield _line(label, numbers, first, heads)


def _line(label: str, cells: Sequence[str], first: int, heads: Sequence[str]) -> str:
    widths = [max(len(head), 6) for head in heads]
    told = "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"{label:<{first}}  {told}"


def _shown(line: dict[str, Any], name: str, lang: Lang) -> str:
    """Return a number as the page writes it: "≥ 12" where something hidden is missing from it."""
    number = line[name] if name in line else line["standing"][name]
    return at_least(Figure(number or 0, name not in line.get("at_least", ())), lang)
