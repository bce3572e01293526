"""Rows of a home: parents right above children, couples as units, brothers and sisters by birth."""

from collections.abc import Collection

from colour_codes.sides import Side
from layouts.individual.generations import generations
from layouts.individual.seniority import descents, elder_pairs
from sociogram.situation.staging import Figure, KinLine, Staging


def kin(*written: str) -> list[KinLine]:
    """`"A+B"` couple, `"A|B"` ended couple, `"A>c"` parent, `"A~c"` takes in, `"a=b"` siblings."""
    kinds = {"+": "couple", "|": "couple", ">": "filiation", "~": "foster", "=": "siblings"}
    return [
        KinLine(f"l{n}", one[0], one[2], kinds[one[1]], ended=one[1] == "|")  # type: ignore[arg-type]
        for n, one in enumerate(written)
    ]


def rows(members: str, lines: Collection[KinLine], **births: int) -> list[str]:
    return ["".join(row) for row in generations(list(members), lines, births)]


def test_three_generations() -> None:
    assert rows("cAgB", kin("g>A", "A>c", "B>c", "A+B")) == ["g", "AB", "c"]


def test_a_partner_and_their_parent_stand_beside_and_right_above() -> None:
    # X has no parents here; M is X's mother: one row above X, not at the top of three generations.
    assert rows("GAXcM", kin("G>A", "A>c", "X>c", "A+X", "M>X")) == ["GM", "AX", "c"]


def test_children_stand_by_birth_whatever_the_order_of_appearance() -> None:
    lines = kin("A+B", "A>c", "A>d", "A>e", "B>c", "B>d", "B>e")
    assert rows("ABcde", lines, c=2010, d=2001, e=2005) == ["AB", "dec"]
    assert rows("ABcde", lines) == ["AB", "cde"]


def test_half_siblings_stand_under_the_parents_they_have() -> None:
    lines = kin("A|B", "B+C", "A>d", "B>d", "B>e", "C>e", "C>f")
    assert rows("ABCfed", lines) == ["ABC", "def"]


def test_somebody_stands_between_former_and_present_partner() -> None:
    assert rows("BAC", kin("A|B", "B+C")) == ["ABC"]
    assert rows("CBA", kin("B+C", "B|A")) == ["CBA"]


def test_partners_stand_side_by_side_among_brothers_and_sisters() -> None:
    lines = kin("P>a", "P>b", "P>c", "b+X")
    assert rows("PaXcb", lines, a=1980, b=1985, c=1990) == ["P", "abXc"]


def test_a_child_taken_in_stands_below_and_not_beside() -> None:
    assert rows("FGc", kin("F+G", "F~c", "G~c")) == ["FG", "c"]


def test_who_takes_in_has_no_say_beside_a_parent() -> None:
    # The grandmother takes the child in while its mother lives there too: her link moves nobody.
    assert rows("gmc", kin("g>m", "m>c", "g~c")) == ["g", "m", "c"]
    assert rows("msc", kin("m>c", "s=m", "s~c")) == ["ms", "c"]


def test_contradictions_still_give_rows_with_everybody_once() -> None:
    circle = rows("abc", kin("a>b", "b>c", "c>a"))
    assert sorted("".join(circle)) == ["a", "b", "c"]
    niece = rows("gaub", kin("g>a", "g>u", "a>b", "u+b"))
    assert sorted("".join(niece)) == ["a", "b", "g", "u"]
    assert niece[0] == "g"
    assert "".join(niece).index("a") < "".join(niece).index("b")


def test_elders_stand_left_of_the_next_by_birth_where_both_years_are_known() -> None:
    births = {"a": 2001, "b": 2005, "c": 2003, "d": None, "e": 2005, "f": 2002}
    figures = tuple(
        Figure(name, "person", Side.LIVING_TOGETHER, name, "h" if name != "f" else "g", year)
        for name, year in births.items()
    )
    figures += tuple(Figure(name, "person", Side.LIVING_TOGETHER, name, "parents") for name in "PQ")
    lines = [*(f"P>{child}" for child in "abcdef"), *(f"Q>{child}" for child in "abcde")]
    staging = Staging("s", "fr", True, None, figures, (), (), (), tuple(kin(*lines)), ())
    assert elder_pairs(staging) == (("a", "c"), ("c", "b"))
    assert set(descents(staging)) == {("P", child) for child in "abcdef"} | {
        ("Q", child) for child in "abcde"
    }
