"""The exact numbers as JSON, with their words in one language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sociogram.counts.counting import Counts, Row, Table
from sociogram.counts.groupings import LABELS as GROUPING_LABELS
from sociogram.counts.groupings import in_words_order, label_of
from sociogram.counts.measures import Measures
from sociogram.counts.parties import party, party_label
from sociogram.counts.period import Period
from sociogram.counts.spells import BAND_CODES, Spell
from sociogram.counts.tally import FIGURES, Slip
from sociogram.counts.words import NOT_FINAL, PERSONS_APART
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.loop.kinds import DECLINE_REASONS


def counts_json(counts: Counts, public: Directory, lang: Lang, today: date) -> dict[str, Any]:
    """Return the answer. `final` is false while the day of the question is not over yet."""
    question = counts.question
    final = question.as_of < today
    return {
        **period_json(question.period, lang),
        "as_of": question.as_of.isoformat(),
        "final": final,
        "organisation": party_label(party(question.organisation, public), public).in_(lang)
        if question.organisation
        else None,
        "total": measures_json(counts.total),
        "received": measures_json(counts.received) if counts.received is not None else None,
        "tables": [_table(table, public, lang) for table in counts.tables],
        "paper": paper_json(counts.slips),
        "notes": [PERSONS_APART.in_(lang), *([] if final else [NOT_FINAL.in_(lang)])],
    }


def period_json(period: Period, lang: Lang) -> dict[str, str]:
    """Return a period with its words."""
    return {"period": str(period), "label": period.label.in_(lang), "months": period.span.in_(lang)}


def measures_json(measures: Measures) -> dict[str, Any]:
    """Return the counts of some referrals."""
    persons = measures.persons
    return {
        "made": measures.made,
        "sent": measures.sent,
        "acknowledged": measures.acknowledged,
        "accepted": measures.accepted,
        "declined": measures.declined,
        "no_answer": measures.standing["no_answer"],
        "completed": measures.standing["completed"],
        "standing": dict(measures.standing),
        "reasons": dict(measures.reasons),
        "persons": {"known": persons.known, "unmarked": persons.unmarked} if persons else None,
        "to_answer": _spell(measures.answer),
        "to_service": _spell(measures.service),
    }


def paper_json(slips: tuple[Slip, ...]) -> dict[str, Any]:
    """Return what paper slips counted: apart, and their persons one by one, for these do not add up."""
    return {
        "slips": [
            {
                "month": slip.month,
                "need": slip.need or None,
                "sheet": slip.sheet,
                "figures": dict(slip.figures),
                "reasons": dict(slip.reasons),
            }
            for slip in slips
        ],
        "totals": paper_totals(slips),
        "reasons": {code: sum(slip.reasons.get(code, 0) for slip in slips) for code in DECLINE_REASONS},
    }


def paper_totals(slips: tuple[Slip, ...]) -> Mapping[str, int]:
    """Return the sums of the slips, persons left out: who came in two months would count twice."""
    return {name: sum(slip.figures.get(name, 0) for slip in slips) for name in FIGURES if name != "persons"}


def labelled_rows(table: Table, public: Directory, lang: Lang) -> list[tuple[str, Row]]:
    """Return the rows with their words, in the order of these."""
    rows = [(label_of(table.by, row.key, public).in_(lang), row) for row in table.rows]
    return sorted(rows, key=lambda one: in_words_order(one[0], one[1].key))


def _table(table: Table, public: Directory, lang: Lang) -> dict[str, Any]:
    rows = labelled_rows(table, public, lang)
    return {
        "by": table.by,
        "label": GROUPING_LABELS[table.by].in_(lang),
        "rows": [{"key": row.key, "label": label, **measures_json(row.measures)} for label, row in rows],
    }


def _spell(spell: Spell) -> dict[str, Any]:
    return {
        "n": spell.n,
        "median_days": spell.median,
        "p90_days": spell.p90,
        "undated": spell.undated,
        "bands": dict(zip(BAND_CODES, spell.bands, strict=True)),
    }
