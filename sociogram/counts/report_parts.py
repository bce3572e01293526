"""What the page of one organisation and that of the network are both made of."""

from collections.abc import Mapping, Sequence

from sociogram.counts.figures import Figure, Figures
from sociogram.counts.groupings import LABELS, By
from sociogram.counts.period import Period
from sociogram.counts.report import Bars, ReportTable, Tile
from sociogram.counts.report_numbers import at_least, bars
from sociogram.counts.report_words import (
    ACCEPTED,
    ALL_HIDDEN,
    COLUMNS,
    COMPLETED,
    MADE,
    REASONS,
    STANDING,
)
from sociogram.counts.standing import LABELS as STANDING_LABELS
from sociogram.counts.standing import STANDINGS
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import REASONS as REASON_WORDS


def period_words(period: Period, lang: Lang) -> str:
    """Return "3e trimestre 2026, juillet à septembre"."""
    return f"{period.label.in_(lang)}, {period.span.in_(lang)}"


def tiles(total: Figures, people: Tile, lang: Lang) -> tuple[Tile, ...]:
    """Return the large numbers; `people` stands last, apart from the referrals."""
    shown = ((total.made, MADE), (total.accepted, ACCEPTED), (total.standing["completed"], COMPLETED))
    return (*(Tile(at_least(number, lang), label.in_(lang)) for number, label in shown), people)


def standing_bars(total: Figures, lang: Lang) -> Bars:
    """Return where the referrals stand, all classes."""
    rows = [(STANDING_LABELS[one].in_(lang), total.standing[one]) for one in STANDINGS]
    return Bars(STANDING.in_(lang), bars(rows, lang))


def reason_bars(reasons: Mapping[str, Figure], none: Bilingual, lang: Lang) -> Bars:
    """Return the reasons that were given, in the order of the paper slip; `none` is said without any."""
    given = [(REASON_WORDS[code].in_(lang), one) for code, one in reasons.items() if one.number]
    return Bars(REASONS.in_(lang), bars(given, lang), none.in_(lang))


def report_table(by: By, rows: Sequence[tuple[str, Figures]], lang: Lang) -> ReportTable:
    """Return the rows in the order given. A row or column that is all hidden is left out, the row named."""
    numbers = [(label, _numbers(one)) for label, one in rows]
    told = [(label, row) for label, row in numbers if any(one.told for one in row)]
    silent = [label for label, row in numbers if not any(one.told for one in row)]
    shown = [at for at in range(len(COLUMNS)) if at == 0 or any(row[at].told for _, row in told)]
    return ReportTable(
        LABELS[by].in_(lang),
        tuple(COLUMNS[at].in_(lang) for at in shown),
        tuple((label, *(at_least(row[at], lang) for at in shown)) for label, row in told),
        ALL_HIDDEN.filled(names=", ".join(silent)).in_(lang) if silent else "",
    )


def _numbers(one: Figures) -> tuple[Figure, ...]:
    """Return what COLUMNS head."""
    standing = one.standing
    return one.made, one.accepted, standing["declined"], standing["no_answer"], standing["completed"]
