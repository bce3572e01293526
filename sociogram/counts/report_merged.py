"""The page of partners' files put together: nobody is compared, reasons are those of the whole network."""

from collections.abc import Mapping, Sequence

from sociogram.counts.figures import ZERO, Figure
from sociogram.counts.groupings import in_words_order, pair_label
from sociogram.counts.merged_json import merged_rows
from sociogram.counts.merging import Merged
from sociogram.counts.parties import party_label
from sociogram.counts.report import Bars, Report, Tile
from sociogram.counts.report_numbers import at_least, grouped, said
from sociogram.counts.report_parts import period_words, reason_bars, report_table, standing_bars, tiles
from sociogram.counts.report_words import (
    AT_MOST,
    BOUNDED,
    DIFFERENT,
    FOOTER,
    MISSING,
    NETWORK,
    NO_REFUSAL,
    REST_HIDDEN,
    SENT,
    SHARED,
    TITLES,
    TO_ANSWER,
    TO_SERVICE,
    TOO_FEW,
    TOO_FEW_REFUSALS,
)
from sociogram.counts.words import BANDS, PERSONS_APART
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.referral.periods import period_text


def merged_page(found: Merged, public: Directory, lang: Lang) -> Report:
    """Return the page. Rows are ordered by their words."""
    return Report(
        title=TITLES["S"].in_(lang),
        period=period_words(found.period, lang),
        who=NETWORK.in_(lang),
        counted=SENT.filled(names=_files(found, public, lang)).in_(lang),
        lang=lang,
        tiles=tiles(found.total, _people(found.persons, lang), lang),
        standing=standing_bars(found.total, lang),
        reasons=_reasons(found, lang),
        times=(_times(TO_ANSWER, found.answer, lang), _times(TO_SERVICE, found.service, lang)),
        tables=tuple(
            report_table(by, [(label, one) for _, label, one in rows], lang)
            for by, rows in merged_rows(found, public, lang)
        ),
        notes=(PERSONS_APART.in_(lang), *_to_settle(found, public, lang)),
        footer=(SHARED.in_(lang), FOOTER.in_(lang)),
    )


def _people(persons: tuple[int, int | None], lang: Lang) -> Tile:
    low, high = persons
    most = AT_MOST.filled(most=grouped(high, lang)).in_(lang) if high is not None else ""
    return Tile(grouped(low, lang), BOUNDED.in_(lang), most)


def _reasons(found: Merged, lang: Lang) -> Bars:
    none = NO_REFUSAL if found.total.standing["declined"] == ZERO else TOO_FEW_REFUSALS
    return reason_bars(found.reasons, none, lang)


def _times(heading: Bilingual, bands: Mapping[str, Figure], lang: Lang) -> str:
    told = [f"{at_least(one, lang)} {BANDS[code].in_(lang)}" for code, one in bands.items() if one.number]
    if not told:
        return said(heading, TOO_FEW.in_(lang), lang)
    rest = "" if all(one.exact for one in bands.values()) else f" ({REST_HIDDEN.in_(lang)})"
    return said(heading, f"{', '.join(told)}{rest}.", lang)


def _files(found: Merged, public: Directory, lang: Lang) -> str:
    named = [
        (party_label(one.organisation, public).in_(lang), period_text(one.month, lang)) for one in found.files
    ]
    return ", ".join(
        f"{name} ({month})" for name, month in sorted(named, key=lambda one: in_words_order(*one))
    )


def _to_settle(found: Merged, public: Directory, lang: Lang) -> Sequence[str]:
    """Who sent nothing, and the pairs whose two books differ."""
    missing = [party_label(one, public) for one in found.missing]
    pairs = [
        pair_label(party_label(one.sender, public), party_label(one.receiver, public))
        for one in found.differences
    ]
    return [_named(words, names, lang) for words, names in ((MISSING, missing), (DIFFERENT, pairs)) if names]


def _named(words: Bilingual, names: Sequence[Bilingual], lang: Lang) -> str:
    ordered = sorted((name.in_(lang) for name in names), key=lambda one: in_words_order(one, ""))
    return words.filled(names=", ".join(ordered)).in_(lang)
