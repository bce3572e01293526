"""A drawing with hollow arrows: they are wide, so names and numbers are painted over them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from layouts.copies.framing import kind_of
from layouts.copies.hollow_arrows import arrow_parts, hollow_line
from layouts.copies.writing import BLACK
from layouts.sheet import Group, Item, Text
from layouts.symbols import HeadStatus, badge
from sociogram.situation.staging import Arrow, Staging

HALO = 0.9
"""White round the letters of a place's name, in mm."""
_PLACES = ("household", "institution")


def hollowed(
    drawing: tuple[Item, ...], staging: Staging, said: Mapping[str, str] | None = None
) -> tuple[Item, ...]:
    """Return a drawing with every arrow of `staging` made hollow; where everything stands is as it was.

    `said`: what to call each arrow, by id, where its sentence would be an answer.
    """
    arrows = {arrow.id: arrow for arrow in staging.arrows}
    plain = all(arrow.status == "active" for arrow in staging.arrows)
    made: list[Item] = []
    over: list[Item] = []
    for item in drawing:
        arrow = _arrow_of(item, arrows)
        if isinstance(item, Group) and arrow is not None:
            named = item if said is None else replace(item, label=said[arrow.id])
            made.append(hollow(named, arrow.status, plain=plain))
            over += _number(item, arrow)
        elif isinstance(item, Group) and kind_of(item) in _PLACES:
            made.append(replace(item, items=tuple(one for one in item.items if not isinstance(one, Text))))
            over += _name(item)
        else:
            made.append(item)
    return (*made, *over)


def hollow(group: Group, status: HeadStatus, *, plain: bool) -> Group:
    """Return the arrow `group` of a sheet with its pen and its number untold: where it runs stays."""
    data = tuple((key, value) for key, value in group.data if key != "pen")
    return replace(group, items=hollow_line(arrow_parts(group), status, plain=plain), data=data)


def _arrow_of(item: Item, arrows: Mapping[str, Arrow]) -> Arrow | None:
    if isinstance(item, Group) and kind_of(item) == "activation":
        return arrows.get(dict(item.data).get("id", ""))
    return None


def _number(group: Group, arrow: Arrow) -> Iterator[Group]:
    """Yield the arrow's number where its badge was; nothing on a sheet without badges."""
    found = arrow_parts(group).badge
    if found is not None:
        (x, y), size = found
        mark = badge(x, y, str(arrow.number), size, colour=BLACK, text_colour=BLACK, width=0.3)
        yield Group(mark, (("kind", "number"), ("order", str(arrow.number))))


def _name(group: Group) -> Iterator[Group]:
    words = tuple(replace(one, halo=HALO) for one in group.items if isinstance(one, Text))
    if words:
        yield Group(words, (("kind", "name"),))
