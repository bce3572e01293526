"""The list of events in the documentation is that of the code."""

import json
import re
from pathlib import Path

import pytest

from sociogram.loop.kinds import CHECK_RESULTS, DECLINE_REASONS, KINDS, OUTCOMES, PRIORITIES, SCOPES, WAYS
from sociogram.loop.wire import event_json, parse_event

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["fr/formats.md", "en/formats.md"])
def test_every_kind_and_code_is_listed(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    (events,) = (one for one in section if "`kind` | `args`" in one)
    assert set(re.findall(r"^\| `(\w+)` \|", events, re.MULTILINE)) == {"kind", *KINDS}
    for code in (*CHECK_RESULTS, *DECLINE_REASONS, *OUTCOMES, *PRIORITIES, *SCOPES, *WAYS):
        assert f"`{code}`" in events
    shown = json.loads(events.split("```json\n")[1].split("```")[0])
    assert event_json(parse_event(shown)) == shown
