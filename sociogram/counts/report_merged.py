"""The page of partners' files put together: nobody is compared, reasons are those of the whole network."""

from collections.abc import Mapping, Sequence

from sociogram.counts.figures import NONE, ZERO, Figure, Figures
from sociogram.counts.groupings import LABELS, By, in_words_order, pair_key, pair_label
from sociogram.counts.merged_json import row_label
from sociogram.counts.merging import Merged
from sociogram.counts.months import month_words
from sociogram.counts.parties import party_label
from sociogram.counts.report import Bars, Report, ReportTable, Tile
from sociogram.counts.report_numbers import at_least, bars, grouped
from sociogram.counts.report_own import period_words
from sociogram.counts.report_words import (
    ACCEPTED,
    ALL_HIDDEN,
    AT_MOST,
    BOUNDED,
    COLUMNS,
    COMPLETED,
    DIFFERENT,
    FOOTER,
    MADE,
    MISSING,
    NETWORK,
    NO_REFUSAL,
    REASONS,
    REST_HIDDEN,
    SENT,
    SHARED,
    STANDING,
    TITLES,
    TO_ANSWER,
    TO_SERVICE,
    TOO_FEW,
    TOO_FEW_REFUSALS,
)
from sociogram.counts.standing import LABELS as STANDING_LABELS
from sociogram.counts.standing import STANDINGS
from sociogram.counts.words import BANDS, PERSONS_APART, UNSORTED
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import REASONS as REASON_WORDS


def merged_page(found: Merged, public: Directory, lang: Lang) -> Report:
    """Return the page. Rows are ordered by their words."""
    return Report(
        title=TITLES["S"].in_(lang),
        period=period_words(found.period, lang),
        who=NETWORK.in_(lang),
        counted=SENT.filled(names=_files(found, public, lang)).in_(lang),
        lang=lang,
        tiles=_tiles(found, lang),
        standing=Bars(
            STANDING.in_(lang),
            bars([(STANDING_LABELS[one].in_(lang), found.total.standing[one]) for one in STANDINGS], lang),
        ),
        reasons=_reasons(found, lang),
        times=tuple(_times(*one, lang) for one in ((TO_ANSWER, found.answer), (TO_SERVICE, found.service))),
        tables=_tables(found, public, lang),
        notes=(PERSONS_APART.in_(lang), *_to_settle(found, public, lang)),
        footer=(SHARED.in_(lang), FOOTER.in_(lang)),
    )


def _tiles(found: Merged, lang: Lang) -> tuple[Tile, ...]:
    total = found.total
    low, high = found.persons
    most = AT_MOST.filled(most=grouped(high, lang)).in_(lang) if high is not None else ""
    shown = ((total.made, MADE), (total.accepted, ACCEPTED), (total.standing["completed"], COMPLETED))
    return (
        *(Tile(at_least(number, lang), label.in_(lang)) for number, label in shown),
        Tile(grouped(low, lang), BOUNDED.in_(lang), most),
    )


def _tables(found: Merged, public: Directory, lang: Lang) -> tuple[ReportTable, ...]:
    pairs = {pair_key(*pair): one for pair, one in found.pairs.items()}
    names = {pair_key(*pair): pair_label(*(party_label(end, public) for end in pair)) for pair in found.pairs}
    families = {key: row_label("family", key, public) for key in found.families}
    regions = {key: row_label("region", key, public) for key in found.regions}
    return (
        _table("family", found.families, families, found.unsorted, lang),
        _table("region", found.regions, regions, found.unsorted, lang),
        _table("pair", pairs, names, NONE, lang),
    )


def _table(
    by: By, rows: Mapping[str, Figures], names: Mapping[str, Bilingual], unsorted: Figures, lang: Lang
) -> ReportTable:
    ordered = sorted(rows, key=lambda key: (not key, in_words_order(names[key].in_(lang), key)))
    told = [(names[key].in_(lang), _numbers(rows[key])) for key in ordered]
    if unsorted != NONE:
        told.append((UNSORTED.in_(lang), _numbers(unsorted)))
    silent = [label for label, row in told if not any(map(_known, row))]
    told = [one for one in told if one[0] not in silent]
    shown = [at for at in range(len(COLUMNS)) if at == 0 or any(_known(row[at]) for _, row in told)]
    return ReportTable(
        LABELS[by].in_(lang),
        tuple(COLUMNS[at].in_(lang) for at in shown),
        tuple((label, *(at_least(row[at], lang) for at in shown)) for label, row in told),
        ALL_HIDDEN.filled(names=", ".join(silent)).in_(lang) if silent else "",
    )


def _numbers(one: Figures) -> tuple[Figure, ...]:
    standing = one.standing
    return one.made, one.accepted, standing["declined"], standing["no_answer"], standing["completed"]


def _known(one: Figure) -> bool:
    return one.exact or one.number > 0


def _reasons(found: Merged, lang: Lang) -> Bars:
    given = [(REASON_WORDS[code].in_(lang), one) for code, one in found.reasons.items() if one.number]
    declined = found.total.standing["declined"]
    none = NO_REFUSAL if declined == ZERO else TOO_FEW_REFUSALS
    return Bars(REASONS.in_(lang), bars(given, lang), none.in_(lang))


def _times(heading: Bilingual, bands: Mapping[str, Figure], lang: Lang) -> str:
    colon = "\u00a0: " if lang == "fr" else ": "
    told = [f"{at_least(one, lang)} {BANDS[code].in_(lang)}" for code, one in bands.items() if one.number]
    if not told:
        return f"{heading.in_(lang)}{colon}{TOO_FEW.in_(lang)}"
    rest = "" if all(one.exact for one in bands.values()) else f" ({REST_HIDDEN.in_(lang)})"
    return f"{heading.in_(lang)}{colon}{', '.join(told)}{rest}."


def _files(found: Merged, public: Directory, lang: Lang) -> str:
    named = [
        (party_label(one.organisation, public).in_(lang), month_words(one.month, lang)) for one in found.files
    ]
    return ", ".join(
        f"{name} ({month})" for name, month in sorted(named, key=lambda one: in_words_order(*one))
    )


def _to_settle(found: Merged, public: Directory, lang: Lang) -> Sequence[str]:
    """Who sent nothing, and the pairs whose two books differ."""
    told = []
    missing = [party_label(one, public).in_(lang) for one in found.missing]
    if missing:
        names = ", ".join(sorted(missing, key=lambda one: in_words_order(one, "")))
        told.append(MISSING.filled(names=names).in_(lang))
    pairs = [
        pair_label(party_label(one.sender, public), party_label(one.receiver, public)).in_(lang)
        for one in found.differences
    ]
    if pairs:
        names = ", ".join(sorted(pairs, key=lambda one: in_words_order(one, "")))
        told.append(DIFFERENT.filled(names=names).in_(lang))
    return told
