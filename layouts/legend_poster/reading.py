"""How an arrow is read: who activates, who is activated, and the sentence that begins at the point."""

from collections.abc import Iterator

from colour_codes.legend import LegendLine, Sample, legend_lines
from colour_codes.sides import Side
from layouts.copies.flow import Block, set_lines, words_block
from layouts.copies.writing import BLACK
from layouts.frame.words import printed
from layouts.legend_poster.scene import scene
from layouts.legend_poster.setting import Setting
from layouts.sheet import Item
from layouts.text import LINE_HEIGHT, text_width


def reading_blocks(setting: Setting, width: float) -> Iterator[Block]:
    """Yield a heading, the arrow with its two ends named, and the sentence."""
    pack, text = setting.pack, setting.text
    yield setting.head("poster.reading", width)
    yield _arrow(setting, width)
    sentence = setting.charter.sentence(pack.lang, activated="B", activator="A")
    said = [line.text for line in _lines(setting)]
    rest = (pack.say("poster.both_ways"), pack.say("poster.no_black"))
    for words in (said[0], f"{sentence}.", *said[1:], *rest):
        yield words_block(printed(words), text, width, BLACK, after=0.25)


def _lines(setting: Setting) -> tuple[LegendLine, ...]:
    """Return the lines of the legend that are words alone: how the point, the letter, the number are read."""
    lines = legend_lines(setting.pack.lang, setting.palette, charter=setting.charter)
    return tuple(line for line in lines if line.sample is Sample.TEXT and line.key != "credit")


def _arrow(setting: Setting, width: float) -> Block:
    pack, text, high = setting.pack, setting.text, 15.0
    ends = (("A", pack.say("poster.activator")), ("B", pack.say("poster.activated")))
    widest = max(text_width(words, text) for _, words in ends)
    apart = min(0.62 * width, width - widest)

    def draw(x: float, y: float) -> tuple[Item, ...]:
        middle = x + width / 2
        items = scene(
            setting,
            Side.LIVING_TOGETHER,
            Side.WORKING_TOGETHER,
            centre=(middle, y + high / 2 + 0.6),
            width=apart,
            high=high,
            number="1",
        )
        for (name, words), at in zip(ends, (middle - apart / 2, middle + apart / 2), strict=True):
            items += tuple(set_lines([name, words], at, y + high + 1.0, text, BLACK, "middle"))
        return items

    height = high + 1.0 + 2 * LINE_HEIGHT * text + 0.5 * text
    return Block(height, draw, "", (("kind", "reading"),))
