"""`measure`: how readable the sheet of a situation is."""

from dataclasses import asdict
from typing import Any

from api.use_cases.pictures import PictureOptions, situation_sheet, staging_of
from layouts.readability import Readability, readability
from layouts.readability.grade import GRADES
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.situation.situation import Situation


def reading_of(situation: Situation, directory: Directory, options: PictureOptions) -> Readability:
    """Return the report of the sheet that `draw` would write with the same options."""
    sheet = situation_sheet(situation, directory, options)
    return readability(sheet, staging_of(situation, directory, options))


def reading_json(report: Readability, lang: Lang) -> dict[str, Any]:
    """Return the report as data; `grade_text` is the grade in words."""
    data = asdict(report)
    data["lines"]["crossings_by_pens"] = dict(report.lines.crossings_by_pens)
    data["hard_faults"] = dict(report.hard_faults)
    return data | {"grade_text": GRADES[report.grade].in_(lang)}
