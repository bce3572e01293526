"""The page of a quarter or a semester as PDF."""

from collections.abc import Iterable
from dataclasses import replace

from api.use_cases.counts import CountAsked, counted, public_directory
from api.use_cases.referral_desk import Desk
from layouts.quarter_report import write_report
from sociogram.counts.aggregate import Aggregate
from sociogram.counts.merging import merged
from sociogram.counts.report_merged import merged_page
from sociogram.counts.report_own import REPORT_BY, own_page
from sociogram.language import Lang


def own_report(asked: CountAsked, desk: Desk, lang: Lang) -> bytes:
    """Return the page of the exact numbers, for the organisation itself."""
    found = counted(replace(asked, by=REPORT_BY), desk)
    page = own_page(found, public_directory(desk), lang, desk.today)
    return write_report(page, dated=found.question.as_of)


def merged_report(files: Iterable[tuple[str, Aggregate]], desk: Desk, lang: Lang) -> bytes:
    """Return the page of partners' files put together."""
    found = merged(files)
    return write_report(merged_page(found, public_directory(desk), lang), dated=found.period.last_day)
