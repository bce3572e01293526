"""The report as people read it: lines of a name, a value and how to take it, in French or English."""

from dataclasses import dataclass

from colour_codes.pens import Pen, name
from layouts.readability.grade import GRADES
from layouts.readability.names import FAULT_NAMES, FAULTS, GRADE, KINDS, NAMES, SECTIONS
from layouts.readability.report import Readability
from sociogram.language import Lang


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; a heading has no value."""

    says: str
    value: str = ""


def table(report: Readability, lang: Lang) -> tuple[Row, ...]:
    """Return the report as lines: the grade first, then each measure, then what must be put right."""
    rows = [Row(GRADE.filled(grade=GRADES[report.grade].in_(lang)).in_(lang))]
    for section, heading in SECTIONS.items():
        rows.append(Row(heading.in_(lang)))
        part = getattr(report, section)
        for field in part.__slots__:
            value = getattr(part, field)
            if field == "crossings_by_pens":
                rows += [Row(f"    {pens_named(pair, lang)}", str(count)) for pair, count in value]
            else:
                rows.append(
                    Row(f"  {NAMES[field].in_(lang)}", _said(100 * value if field == "ink" else value, lang))
                )
    if report.hard_faults:
        rows.append(Row(FAULTS.in_(lang)))
        rows += [Row(f"  {fault_named(code, lang)}", str(count)) for code, count in report.hard_faults]
    return tuple(rows)


def fault_named(code: str, lang: Lang) -> str:
    """Return what a fault is called; the code itself for one that has no words."""
    known = FAULT_NAMES.get(code) or FAULT_NAMES.get(code.partition(" ")[2])
    return known.in_(lang) if known else code


def pens_named(pair: str, lang: Lang) -> str:
    """Return a pair of pens in words: "red-link" is "rouge × lien de parenté"."""
    pens = {pen.value for pen in Pen}
    one, _, two = pair.partition("-")
    said = [name(Pen(word), lang) if word in pens else _kind(word, lang) for word in (one, two)]
    return " × ".join(said)


def _kind(word: str, lang: Lang) -> str:
    return KINDS[word].in_(lang) if word in KINDS else word


def _said(value: float | int | None, lang: Lang) -> str:
    if value is None:
        return "–"
    if isinstance(value, int):
        return str(value)
    written = f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
    return written.replace(".", ",") if lang == "fr" else written
