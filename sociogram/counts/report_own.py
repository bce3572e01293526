"""The page of an organisation's exact numbers."""

from collections.abc import Sequence
from datetime import date

from sociogram.counts.counting import Counts, Row
from sociogram.counts.figures import Figure
from sociogram.counts.groupings import LABELS, By, in_words_order, label_of
from sociogram.counts.measures import Measures
from sociogram.counts.months import day_words, month_words
from sociogram.counts.parties import party, party_label
from sociogram.counts.period import Period
from sociogram.counts.report import Bars, Report, ReportTable, Tile
from sociogram.counts.report_numbers import bars, grouped, spell_words
from sociogram.counts.report_words import (
    ACCEPTED,
    ALL_HERE,
    COLUMNS,
    COMPLETED,
    COUNTED,
    EXACT,
    FOOTER,
    MADE,
    NO_REFUSAL,
    PAPER,
    PAPER_COLUMNS,
    PERSONS,
    PERSONS_UNKNOWN,
    REASONS,
    RECEIVED,
    STANDING,
    TITLES,
    TO_ANSWER,
    TO_SERVICE,
    UNMARKED,
)
from sociogram.counts.standing import LABELS as STANDING_LABELS
from sociogram.counts.standing import STANDINGS
from sociogram.counts.tally import FIGURES, Slip
from sociogram.counts.words import NOT_FINAL, PERSONS_APART
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.loop.forms.labels import REASONS as REASON_WORDS

REPORT_BY: tuple[By, ...] = ("need", "region", "pair")


def own_page(counts: Counts, public: Directory, lang: Lang, today: date) -> Report:
    """Return the page; `counts` was asked by REPORT_BY. Rows are ordered by their words."""
    question, total = counts.question, counts.total
    who = party_label(party(question.organisation, public), public) if question.organisation else ALL_HERE
    final = question.as_of < today
    return Report(
        title=TITLES[question.period.kind].in_(lang),
        period=period_words(question.period, lang),
        who=who.in_(lang),
        counted=COUNTED.filled(day=day_words(question.as_of, lang)).in_(lang),
        lang=lang,
        tiles=_tiles(total, lang),
        standing=Bars(
            STANDING.in_(lang),
            bars([(STANDING_LABELS[one].in_(lang), Figure(total.standing[one])) for one in STANDINGS], lang),
        ),
        reasons=_reasons(total, lang),
        times=(
            spell_words(TO_ANSWER.in_(lang), total.answer, lang),
            spell_words(TO_SERVICE.in_(lang), total.service, lang),
        ),
        tables=(
            *(_table(table.by, table.rows, public, lang) for table in counts.tables),
            *_paper(counts.slips, lang),
        ),
        notes=(
            PERSONS_APART.in_(lang),
            *_received(counts.received, lang),
            *([] if final else [NOT_FINAL.in_(lang)]),
        ),
        footer=(EXACT.in_(lang), FOOTER.in_(lang)),
    )


def period_words(period: Period, lang: Lang) -> str:
    """Return "3e trimestre 2026, juillet à septembre"."""
    return f"{period.label.in_(lang)}, {period.span.in_(lang)}"


def _tiles(total: Measures, lang: Lang) -> tuple[Tile, ...]:
    persons = total.persons
    if persons is None:
        people = Tile("–", PERSONS.in_(lang), PERSONS_UNKNOWN.in_(lang))
    else:
        most = grouped(persons.known + persons.unmarked, lang)
        note = UNMARKED.filled(most=most, n=grouped(persons.unmarked, lang)).in_(lang)
        people = Tile(grouped(persons.known, lang), PERSONS.in_(lang), note if persons.unmarked else "")
    numbers = ((total.made, MADE), (total.accepted, ACCEPTED), (total.standing["completed"], COMPLETED))
    return (*(Tile(grouped(number, lang), label.in_(lang)) for number, label in numbers), people)


def _reasons(total: Measures, lang: Lang) -> Bars:
    """The reasons that were given, in the order of the paper slip."""
    given = [(REASON_WORDS[code].in_(lang), Figure(n)) for code, n in total.reasons.items() if n]
    return Bars(REASONS.in_(lang), bars(given, lang), NO_REFUSAL.in_(lang))


def _table(by: By, rows: Sequence[Row], public: Directory, lang: Lang) -> ReportTable:
    told = [(label_of(by, row.key, public).in_(lang), row) for row in rows]
    told.sort(key=lambda one: in_words_order(one[0], one[1].key))
    return ReportTable(
        LABELS[by].in_(lang),
        tuple(one.in_(lang) for one in COLUMNS),
        tuple((label, *_numbers(row.measures, lang)) for label, row in told),
    )


def _numbers(one: Measures, lang: Lang) -> tuple[str, ...]:
    numbers = (one.made, one.accepted, one.declined, one.standing["no_answer"], one.standing["completed"])
    return tuple(grouped(number, lang) for number in numbers)


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
            month_words(slip.month, lang),
            *(grouped(slip.figures[name], lang) if name in slip.figures else "–" for name in shown),
        )
        for slip in slips
    )
    heads = tuple(PAPER_COLUMNS[name].in_(lang) for name in shown)
    return (ReportTable(PAPER.in_(lang), heads, rows),)
