"""The page of an organisation's exact numbers."""

from collections.abc import Sequence
from datetime import date

from sociogram.counts.answer_json import labelled_rows
from sociogram.counts.counting import Counts
from sociogram.counts.figures import Figure, Figures, exactly
from sociogram.counts.groupings import By
from sociogram.counts.measures import Measures, Persons
from sociogram.counts.parties import party, party_label
from sociogram.counts.report import Report, ReportTable, Tile
from sociogram.counts.report_numbers import grouped, spell_words
from sociogram.counts.report_parts import period_words, reason_bars, report_table, standing_bars, tiles
from sociogram.counts.report_words import (
    ALL_HERE,
    COUNTED,
    EXACT,
    FOOTER,
    NO_REFUSAL,
    PAPER,
    PAPER_COLUMNS,
    PERSONS,
    PERSONS_UNKNOWN,
    RECEIVED,
    TITLES,
    TO_ANSWER,
    TO_SERVICE,
    UNMARKED,
)
from sociogram.counts.tally import FIGURES, Slip
from sociogram.counts.words import NOT_FINAL, PERSONS_APART
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.referral.periods import day_text, period_text

REPORT_BY: tuple[By, ...] = ("need", "region", "pair")


def own_page(counts: Counts, public: Directory, lang: Lang, today: date) -> Report:
    """Return the page; `counts` was asked by REPORT_BY. Rows are ordered by their words."""
    question, total = counts.question, counts.total
    who = party_label(party(question.organisation, public), public) if question.organisation else ALL_HERE
    final = question.as_of < today
    reasons = {code: Figure(number) for code, number in total.reasons.items()}
    return Report(
        title=TITLES[question.period.kind].in_(lang),
        period=period_words(question.period, lang),
        who=who.in_(lang),
        counted=COUNTED.filled(day=day_text(question.as_of, lang)).in_(lang),
        lang=lang,
        tiles=tiles(_figures(total), _people(total.persons, lang), lang),
        standing=standing_bars(_figures(total), lang),
        reasons=reason_bars(reasons, NO_REFUSAL, lang),
        times=(
            spell_words(TO_ANSWER, total.answer, lang),
            spell_words(TO_SERVICE, total.service, lang),
        ),
        tables=(*_tables(counts, public, lang), *_paper(counts.slips, lang)),
        notes=(
            PERSONS_APART.in_(lang),
            *_received(counts.received, lang),
            *([] if final else [NOT_FINAL.in_(lang)]),
        ),
        footer=(EXACT.in_(lang), FOOTER.in_(lang)),
    )


def _figures(measures: Measures) -> Figures:
    return exactly(measures.standing.values())


def _people(persons: Persons | None, lang: Lang) -> Tile:
    if persons is None:
        return Tile("–", PERSONS.in_(lang), PERSONS_UNKNOWN.in_(lang))
    most = grouped(persons.known + persons.unmarked, lang)
    note = UNMARKED.filled(most=most, n=grouped(persons.unmarked, lang)).in_(lang)
    return Tile(grouped(persons.known, lang), PERSONS.in_(lang), note if persons.unmarked else "")


def _tables(counts: Counts, public: Directory, lang: Lang) -> Sequence[ReportTable]:
    return [
        report_table(
            table.by,
            [(label, _figures(row.measures)) for label, row in labelled_rows(table, public, lang)],
            lang,
        )
        for table in counts.tables
    ]


def _received(received: Measures | None, lang: Lang) -> tuple[str, ...]:
    if received is None or not received.made:
        return ()
    told = RECEIVED.filled(n=grouped(received.made, lang), accepted=grouped(received.accepted, lang))
    return (told.in_(lang),)


def _paper(slips: Sequence[Slip], lang: Lang) -> tuple[ReportTable, ...]:
    """The paper slips month by month; their persons stand by month and are never summed."""
    if not slips:
        return ()
    shown = [name for name in FIGURES if any(name in slip.figures for slip in slips)]
    rows = tuple(
        (
            period_text(slip.month, lang),
            *(grouped(slip.figures[name], lang) if name in slip.figures else "–" for name in shown),
        )
        for slip in slips
    )
    heads = tuple(PAPER_COLUMNS[name].in_(lang) for name in shown)
    return (ReportTable(PAPER.in_(lang), heads, rows),)
