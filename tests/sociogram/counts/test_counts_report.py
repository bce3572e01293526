"""The page: what stands on it, in both languages."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date

import pytest

from sociogram.counts.counting import Counts, Question, count
from sociogram.counts.figures import NONE, Figure, Figures
from sociogram.counts.merging import merged
from sociogram.counts.parties import party_label
from sociogram.counts.period import parse_period
from sociogram.counts.report import Report
from sociogram.counts.report_merged import merged_page
from sociogram.counts.report_numbers import at_least, days, grouped
from sociogram.counts.report_own import REPORT_BY, own_page
from sociogram.counts.report_parts import report_table
from sociogram.counts.tally import Slip
from sociogram.counts.words import UNSORTED
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.plain_words import plain
from sociogram.language import LANGUAGES, Lang
from tests.sociogram.counts.test_counts_merging import AS_OF, file_of
from tests.sociogram.counts.three_logs import THREE, three_logs

PUBLIC = packaged_public_directory()
LOGS = three_logs(11, classes=30)


def own(today: date = date(2027, 3, 2)) -> tuple[Counts, dict[Lang, Report]]:
    question = Question(parse_period("2026-S2"), AS_OF, REPORT_BY, "aracem")
    counts = count(LOGS["aracem"], question, PUBLIC)
    return counts, {lang: own_page(counts, PUBLIC, lang, today) for lang in LANGUAGES}


def words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words(one)


def test_the_page_says_the_numbers_of_the_count() -> None:
    counts, pages = own()
    page = pages["fr"]
    assert page.tiles[0].number == str(counts.total.made)
    assert sum(int(bar.number) for bar in page.standing.bars) == counts.total.made
    for table in page.tables:
        assert sum(int(row[1]) for row in table.rows) == counts.total.made
        assert all(len(row) == len(table.columns) + 1 for row in table.rows)


def test_the_page_is_the_same_in_both_languages_but_for_its_words() -> None:
    _, pages = own()
    french, english = pages["fr"], pages["en"]
    assert (french.title, english.title) == ("Rapport du semestre", "Report of the semester")
    assert [len(table.rows) for table in french.tables] == [len(table.rows) for table in english.tables]
    assert not any("{" in word for page in (french, english) for word in words(asdict(page)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_names_a_guarded_organisation(lang: Lang) -> None:
    files = [(name, file_of(name, LOGS[name])) for name in THREE]
    for page in (own()[1][lang], merged_page(merged(files), PUBLIC, lang)):
        told = " ".join(words(asdict(page)))
        assert ("soin" if lang == "fr" else "care") in told
        assert not any(name in told for name in ("Tilé", "ATC", "Refuge", "refuge-demo"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_stand_by_their_words(lang: Lang) -> None:
    files = [(name, file_of(name, LOGS[name])) for name in THREE]
    for page in (own()[1][lang], merged_page(merged(files), PUBLIC, lang)):
        for table in page.tables:
            labels = [plain(row[0]) for row in table.rows if row[0] != UNSORTED.in_(lang)]
            assert labels == sorted(labels)


def test_an_unfinished_day_is_said() -> None:
    assert len(own(AS_OF)[1]["fr"].notes) == len(own()[1]["fr"].notes) + 1


def test_who_sent_no_file_is_named_on_the_page() -> None:
    found = merged([("x", file_of("aracem", LOGS["aracem"]))])
    names = [party_label(one, PUBLIC).fr for one in found.missing]
    told = [note for note in merged_page(found, PUBLIC, "fr").notes if note.startswith("N'ont pas envoyé")]
    assert len(names) >= 2
    assert all(name in told[0] for name in names)


def test_numbers_as_people_write_them() -> None:
    assert (grouped(7480, "fr"), grouped(7480, "en")) == ("7\u00a0480", "7,480")
    assert (days(1.5, "fr"), days(2, "fr"), days(1, "en")) == ("1,5\u00a0jour", "2\u00a0jours", "1\u00a0day")
    assert at_least(Figure(12, exact=False), "fr") == "≥\u00a012"
    assert at_least(Figure(0, exact=False), "fr") == "caché"
    assert at_least(Figure(0), "fr") == "0"


def test_paper_slips_stand_apart_by_month_and_are_not_summed() -> None:
    """What a slip does not say is a dash, and a column that no slip fills is left out."""
    slips = (
        Slip("2026-07", "", "", 1, {"persons": 9, "made": 1200}, {}),
        Slip("2026-08", "", "", 1, {"made": 4}, {}),
    )
    counts = replace(own()[0], slips=slips)
    table = own_page(counts, PUBLIC, "fr", date(2027, 3, 2)).tables[-1]
    assert table.columns == ("personnes", "faites")
    assert table.rows == (("juillet 2026", "9", "1\u00a0200"), ("août 2026", "–", "4"))
    assert own_page(counts, PUBLIC, "en", date(2027, 3, 2)).tables[-1].rows[1][0] == "August 2026"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_others_made_is_noted_apart_from_the_totals(lang: Lang) -> None:
    counts, pages = own()
    assert counts.received is not None
    assert counts.received.made
    told = [note for note in pages[lang].notes if str(counts.received.made) in note]
    assert len(told) == 1
    without = replace(counts, received=None)
    assert len(own_page(without, PUBLIC, lang, date(2027, 3, 2)).notes) == len(pages[lang].notes) - 1


def test_a_row_that_is_all_hidden_is_named_under_the_table_and_such_a_column_is_left_out() -> None:
    hidden = Figure(0, exact=False)
    some = Figures(Figure(12), {**NONE.standing, "declined": hidden}, Figure(7, exact=False))
    dark = Figures(hidden, dict.fromkeys(NONE.standing, hidden), hidden)
    table = report_table("region", [("Gao", some), ("Kayes", dark)], "fr")
    assert table.columns == ("faites", "acceptées", "sans réponse", "rendues")
    assert table.rows == (("Gao", "12", "≥\u00a07", "0", "0"),)
    assert table.note == "Chiffres cachés : Kayes."


def test_refusals_whose_reasons_are_hidden_are_not_called_none() -> None:
    """Seven refusals, three of one reason and four of another: the bars are empty, and say why."""
    found = merged([("x", file_of("aracem", LOGS["aracem"]))])
    dark = dict.fromkeys(found.reasons, Figure(0, exact=False))
    standing = {**found.total.standing, "declined": Figure(7)}
    few = replace(found, reasons=dark, total=replace(found.total, standing=standing))
    none = replace(found.total, standing={**standing, "declined": Figure(0)})
    assert merged_page(few, PUBLIC, "fr").reasons.empty == "Raisons cachées : trop peu de refus pour chacune."
    assert merged_page(replace(few, total=none), PUBLIC, "fr").reasons.empty == "Aucun refus."


def test_times_say_their_bands_and_that_a_rest_is_hidden() -> None:
    found = merged([("x", file_of("aracem", LOGS["aracem"]))])
    bands = {"day": Figure(5), "three_days": Figure(0), "two_weeks": Figure(9), "later": Figure(0)}
    page = merged_page(
        replace(found, answer=bands, service={**bands, "later": Figure(0, False)}), PUBLIC, "en"
    )
    assert page.times == (
        "From sending to the answer: 5 within a day, 9 in four to fourteen days.",
        "From sending to the service: 5 within a day, 9 in four to fourteen days (the rest is hidden).",
    )
