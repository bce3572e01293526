"""The page offers exactly the codes of the loop, of the papers and of the counts, in their order."""

import re

import pytest

from sociogram.counts.tally import FIGURES
from sociogram.loop import kinds
from sociogram.referral.papers import PAPERS
from tests.page.page_tests import WEB

VIEWS = WEB / "src" / "views"


def codes(file: str, name: str) -> tuple[str, ...]:
    """The texts of a list written out in the page: `const NAME = ["a", "b"] as const`."""
    text = (VIEWS / file).read_text(encoding="utf-8")
    found = re.search(rf"const {name} = \[(.*?)\] as const", text, re.DOTALL)
    assert found, f"{name} is not in {file}"
    return tuple(re.findall(r'"(\w+)"', found[1]))


@pytest.mark.parametrize(
    ("file", "name", "ours"),
    [
        ("follow/reasons.ts", "REASONS", kinds.DECLINE_REASONS),
        ("follow/Outcome.tsx", "OUTCOMES", kinds.OUTCOMES),
        ("follow/sending/ConsentAsk.tsx", "SCOPES", kinds.SCOPES),
        ("follow/sending/SendDialog.tsx", "PRIORITIES", kinds.PRIORITIES),
        ("help/AfterCall.tsx", "RESULTS", kinds.CHECK_RESULTS),
        ("help/OneSearch.tsx", "PAPERS", tuple(PAPERS)),
        ("counts/tally.ts", "FIGURES", FIGURES),
    ],
)
def test_the_page_offers_the_same_codes(file: str, name: str, ours: tuple[str, ...]) -> None:
    assert codes(file, name) == ours
