"""No danger in the box: the only hidden service in the wheel is invented, and no public row names it."""

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MALI = ROOT / "sociogram" / "data" / "mali"
HIDDEN = "restreint"
INVENTED = "organisation inventée"


def rows(name: str) -> list[dict[str, str]]:
    with (MALI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert found, f"{name}.csv is empty"
    return found


def hidden_organisations() -> list[dict[str, str]]:
    return [row for row in rows("organisations") if row["sensitivity"] == HIDDEN]


def situations() -> dict[str, dict[str, object]]:
    paths = (MALI / "situations").glob("*.json")
    found = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    assert len(found) == 4
    return found


def names(organisation: dict[str, str]) -> re.Pattern[str]:
    """Its id, name, acronym and aliases as whole words; an acronym only as it is written."""
    plain = re.sub(r"\s*\(.*?\)", "", organisation["name"])
    free = [organisation["id"], organisation["name"], plain, *organisation["aliases"].split(";")]
    alternatives = [f"(?i:{re.escape(text.strip())})" for text in free if text.strip()]
    alternatives += [re.escape(organisation["acronym"])] if organisation["acronym"] else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def test_every_hidden_organisation_is_invented() -> None:
    found = hidden_organisations()
    assert [row["id"] for row in found] == ["refuge-demo"]
    assert all(row["notes"].startswith(INVENTED) for row in found)


def test_every_hidden_service_belongs_to_one() -> None:
    ids = {row["id"] for row in hidden_organisations()}
    services = rows("services")
    assert {row["organisation_id"] for row in services if row["sensitivity"] == HIDDEN} <= ids
    assert all(row["sensitivity"] == HIDDEN for row in services if row["organisation_id"] in ids)


def test_every_row_marked_hidden_is_theirs() -> None:
    """Whatever file gains such a column later, vocabularies apart: they only name the level."""
    ids = {row["id"] for row in hidden_organisations()}
    for path in sorted(MALI.glob("*.csv")):
        for row in rows(path.stem):
            if path.stem != "vocab" and row.get("sensitivity") == HIDDEN:
                ends = {row.get("id"), row.get("organisation_id"), row.get("from"), row.get("to")}
                assert ends & ids, f"{path.name}: {row['id']}"


def test_every_hidden_situation_is_fictional() -> None:
    hidden = {name for name, found in situations().items() if found["sensitivity"] == HIDDEN}
    assert hidden == {"sit-04-relocalisation.json"}
    assert all(found["fictional"] is True for found in situations().values())


@pytest.mark.parametrize("name", ["organisations", "services", "relations", "places", "vocab"])
def test_no_public_row_names_a_hidden_organisation(name: str) -> None:
    patterns = [names(row) for row in hidden_organisations()]
    ids = {row["id"] for row in hidden_organisations()}
    for row in rows(name):
        ends = {row.get("id"), row.get("organisation_id"), row.get("from"), row.get("to")}
        if ends & ids:
            continue  # theirs: hidden with them
        for pattern in patterns:
            for field, text in row.items():
                assert not pattern.search(text or ""), f"{name}.csv: {row.get('id')}: {field}"


def test_no_other_situation_names_a_hidden_organisation() -> None:
    patterns = [names(row) for row in hidden_organisations()]
    for name, found in situations().items():
        if found["sensitivity"] != HIDDEN:
            text = json.dumps(found, ensure_ascii=False)
            assert not [pattern.pattern for pattern in patterns if pattern.search(text)], name


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("orientée par le Refuge Démo", True),
        ("le RD a accueilli", True),
        ("refuge-demo", True),
        ("Refuge Démo (inventé)", True),
        ("un refuge", False),
        ("le standard", False),
        ("la rd 12", False),
    ],
)
def test_the_search_for_names_can_fail(text: str, named: bool) -> None:
    (organisation,) = hidden_organisations()
    assert bool(names(organisation).search(text)) is named
