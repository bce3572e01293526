"""Invented stagings whose labels are as hostile as labels can be."""

from hypothesis import strategies as st

from colour_codes.pens import Pen
from colour_codes.sides import Side
from sociogram.situation.staging import Arrow, Container, Figure, KinLine, Staging, StoryLine

LIVING, WORKING = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER
NASTY = (
    '"', "\\", '\\"', "\\N", "\\G", "\\n", "\\l", "\n", "\r\n", "<b>gras</b>", "<<i>x</i>>", "&eacute;", "&",
    "]]>", "-->", "{a|b}", "\\\\", "label=", '"; n9 [label="', "\\E", "é", "ɛ̀", "مرحبا", "\x00", "\x1b[2J",
    "\ud800", "//", "/*", "%s", "#", ";", "\t", "",
)  # fmt: skip
hostile_labels = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=6).map("".join),
    st.text(max_size=12),
    st.text(alphabet='\\"<>&NGn\n', max_size=10),
)


def staging(labels: list[str], *, title: str = "") -> Staging:
    """A home of two, a building of one, somebody outside, one arrow of each pen, a line of kinship."""
    names = iter([*labels, *([""] * 12)])
    figures = (
        Figure("p1", "person", LIVING, next(names), "h1"),
        Figure("p2", "person", LIVING, next(names), "h1"),
        Figure("w1", "professional", WORKING, next(names), "refuge-demo"),
        Figure("w2", "professional", WORKING, next(names)),
    )
    places = (
        Container("h1", "household", LIVING, next(names), ("p1", "p2")),
        Container("refuge-demo", "institution", WORKING, next(names), ("w1",)),
    )
    arrows = (
        Arrow("a1", "p1", "p2", Pen.BLUE, 1, "2021-01"),
        Arrow("a2", "p1", "w1", Pen.RED, 2, "2021-02", "wished"),
        Arrow("a3", "refuge-demo", "h1", Pen.ORANGE, 3, "2021-03", "ended"),
        Arrow("a4", "w2", "refuge-demo", Pen.GREEN, 4),
    )
    said = next(names)
    return Staging(
        "s1", "fr", True, None, figures, places, (), arrows, (KinLine("k1", "p1", "p2", "siblings"),),
        tuple(StoryLine(a.number, a.id, a.pen, a.when, f"phrase {a.number}", said) for a in arrows),
        title=title,
    )  # fmt: skip
