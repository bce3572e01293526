"""The page: what stands on it, in both languages."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

import pytest

from sociogram.counts.counting import Counts, Question, count
from sociogram.counts.figures import Figure
from sociogram.counts.merging import merged
from sociogram.counts.parties import party_label
from sociogram.counts.period import parse_period
from sociogram.counts.report import Report
from sociogram.counts.report_merged import merged_page
from sociogram.counts.report_numbers import at_least, days, grouped
from sociogram.counts.report_own import REPORT_BY, own_page
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
