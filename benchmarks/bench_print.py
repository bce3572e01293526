"""Printing a large network: SVG beside plain f-strings, PDF beside rsvg-convert, and the same picture.

The drawing is a network on A0: two sevenths buildings, two sevenths names, three sevenths ties. The peer
writes one element each, from the numbers. Ours is the Sheet a layout makes of it: names one by one, one path
for all ties of a pen and one for all round marks. The writer is timed on the finished Sheet, and once more
with the making of the Sheet. Processor time of this process for SVG; for PDF the time that passes, the start
of rsvg-convert included, as its users meet it.
"""

import gc
import io
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path as File
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pypdfium2
import resvg_py
from PIL import Image, ImageChops, ImageFilter

from colour_codes.palettes import Palette, ink, text_colour
from colour_codes.pens import Pen
from layouts.fonts import FAMILY, FONT_FILE
from layouts.printers.pdf import write_pdf
from layouts.printers.svg import write_svg
from layouts.sheet import Path, Sheet, Text

WIDTH, HEIGHT = 1189.0, 841.0
GREEN, DARK = ink(Pen.GREEN), text_colour(Pen.GREEN, Palette.WALL)
RADIUS, LINE, LETTER = 0.7, 0.2, 2.5
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1189mm" height="841mm" viewBox="0 0 1189 841" '
    f'font-family="{FAMILY}" fill="none" stroke-linecap="round">\n'
    '<rect width="1189" height="841" fill="#ffffff"/>\n'
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Places in mm on a loose grid, ties as pairs of places, a name for each place."""

    x: list[float]
    y: list[float]
    ties: list[tuple[int, int]]
    names: list[str]


def drawing(elements: int, seed: int) -> Drawing:
    """Return a drawing of `elements` elements; places never touch, ties run to places near in the list."""
    chance = random.Random(seed)
    nodes = elements * 2 // 7
    columns = int((nodes * WIDTH / HEIGHT) ** 0.5) + 1
    step = (WIDTH - 40) / columns
    x = [round(20 + (at % columns + chance.uniform(0.3, 0.7)) * step, 2) for at in range(nodes)]
    y = [round(15 + (at // columns + chance.uniform(0.3, 0.7)) * step, 2) for at in range(nodes)]
    ties = [
        (one, min(nodes - 1, max(0, one + chance.randint(-3, 3) + columns * chance.randint(-2, 2))))
        for one in (chance.randrange(nodes) for _ in range(elements - 2 * nodes))
    ]
    return Drawing(
        x, y, ties, [f"Ŋɔmɛ & fils {at}" if at % 50 == 0 else f"Service {at}" for at in range(nodes)]
    )


def plain(made: Drawing) -> str:
    """The peer: every element by an f-string of its own."""
    x, y, out = made.x, made.y, [HEAD]
    for a, b in made.ties:
        out.append(
            f'<line x1="{x[a]:.2f}" y1="{y[a]:.2f}" x2="{x[b]:.2f}" y2="{y[b]:.2f}" '
            f'stroke="{GREEN}" stroke-width="{LINE:.2f}"/>\n'
        )
    for at in range(len(x)):
        out.append(f'<circle cx="{x[at]:.2f}" cy="{y[at]:.2f}" r="{RADIUS:.2f}" fill="{GREEN}"/>\n')
    for at, name in enumerate(made.names):
        out.append(
            f'<text x="{x[at]:.2f}" y="{y[at] + 2.8:.2f}" font-size="{LETTER:.2f}" fill="{DARK}" '
            f'text-anchor="middle">{escape(name)}</text>\n'
        )
    out.append("</svg>\n")
    return "".join(out)


def sheet_of(made: Drawing) -> Sheet:
    """Ours: each place written once, one path for the ties and one for the round marks, names one by one."""
    spots = [f"{x:.2f} {y:.2f}" for x, y in zip(made.x, made.y, strict=True)]
    ties = " ".join([f"M {spots[a]} L {spots[b]}" for a, b in made.ties])
    marks = " ".join([f"M {spot} L {spot}" for spot in spots])
    names = [
        Text(x, round(y + 2.8, 2), LETTER, name, DARK, "middle")
        for x, y, name in zip(made.x, made.y, made.names, strict=True)
    ]
    items = (Path(ties, GREEN, LINE), Path(marks, GREEN, 2 * RADIUS), *names)
    return Sheet(WIDTH, HEIGHT, "fr", Palette.WALL, "Réseau", "Un réseau inventé.", items)


def best(work: Callable[[], object], clock: Callable[[], float], turns: int) -> float:
    """Return the shortest of some runs, in ms."""
    times = []
    for _ in range(turns):
        gc.collect()
        start = clock()
        work()
        times.append((clock() - start) * 1000)
    return min(times)


def picture(svg: str) -> Image.Image:
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(FONT_FILE)],
        font_family=FAMILY,
        dpi=96,
        width=2378,
    )
    return Image.open(io.BytesIO(bytes(drawn))).convert("L")


def page(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=2 * 25.4 / 72).to_pil().convert("L").resize((2378, 1682))


def strays(one: Image.Image, other: Image.Image, reach: int) -> int:
    """Count the pixels of either picture that nothing within `reach` pixels of the other explains."""
    worst = Image.new("L", one.size)
    for a, b in ((one, other), (other, one)):
        darkest, lightest = b.filter(ImageFilter.MinFilter(reach)), b.filter(ImageFilter.MaxFilter(reach))
        worst = ImageChops.lighter(worst, ImageChops.subtract(darkest, a))
        worst = ImageChops.lighter(worst, ImageChops.subtract(a, lightest))
    return sum(worst.histogram()[96:])


def measured_svg(elements: int, seed: int) -> str:
    made = drawing(elements, seed)
    sheet = sheet_of(made)
    theirs = best(partial(plain, made), time.process_time, 5)
    ours = best(partial(write_svg, sheet, fitted=False), time.process_time, 5)
    whole = best(lambda: write_svg(sheet_of(made), fitted=False), time.process_time, 5)
    size, other = len(write_svg(sheet, fitted=False).encode()), len(plain(made).encode())
    wrong = strays(picture(plain(made)), picture(write_svg(sheet, fitted=False)), 3)
    return (
        f"| {elements} | {theirs:.1f} ms | {ours:.1f} ms | {theirs / ours:.1f} "
        f"| {whole:.1f} ms | {theirs / whole:.1f} | {size / elements:.0f} / {other / elements:.0f} B "
        f"| {wrong} of {2378 * 1682} |"
    )


def rsvg(svg: File, folder: File) -> bytes:
    """Return the peer's PDF, our font at hand for it."""
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{FONT_FILE.parent}</dir><cachedir>{folder}</cachedir></fontconfig>"
    )
    out = folder / "peer.pdf"
    command = ["rsvg-convert", "--format=pdf", f"--output={out}", str(svg)]
    subprocess.run(
        command, check=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}, capture_output=True
    )
    return out.read_bytes()


def measured_pdf(elements: int, seed: int) -> str:
    made = drawing(elements, seed)
    sheet = sheet_of(made)
    with TemporaryDirectory() as name:
        folder = File(name)
        files = {"plain": plain(made), "ours": write_svg(sheet, fitted=False)}
        times = {}
        for kind, text in files.items():
            (folder / f"{kind}.svg").write_text(text, encoding="utf-8")
            times[kind] = best(partial(rsvg, folder / f"{kind}.svg", folder), time.perf_counter, 3)
        peer = page(rsvg(folder / "plain.svg", folder))
    ours = best(partial(write_pdf, sheet), time.perf_counter, 3)
    wrong = strays(peer, page(write_pdf(sheet)), 5)
    return (
        f"| {elements} | {ours:.0f} ms | {times['plain']:.0f} ms | {times['plain'] / ours:.1f} "
        f"| {times['ours']:.0f} ms | {times['ours'] / ours:.1f} | {wrong} of {2378 * 1682} |"
    )


def main(seed: int = 7) -> None:
    print(f"seed {seed}; best of five runs (SVG), of three (PDF)\n")
    print("SVG, processor time; strays: pixels of resvg's pictures that nothing beside them explains.\n")
    print("| elements | f-strings | our writer | ratio | with the Sheet made | ratio | size each | strays |")
    print("|---|---|---|---|---|---|---|---|")
    for elements in (1_000, 10_000, 100_000):
        print(measured_svg(elements, seed), flush=True)
    if shutil.which("rsvg-convert") is None:
        print("\nNO RSVG-CONVERT: PDF was NOT compared; install the package `librsvg2-bin`", file=sys.stderr)
        print("\nPDF: not compared, rsvg-convert is not installed.")
        return
    said = subprocess.run(
        ["rsvg-convert", "--version"], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(f"\nPDF, time passed; ours is tagged, PDF/A-2b and PDF/UA-1; {said}.\n")
    print("| elements | ours | rsvg, one element each | ratio | rsvg, our SVG | ratio | strays |")
    print("|---|---|---|---|---|---|---|")
    for elements in (1_000, 10_000):
        print(measured_pdf(elements, seed), flush=True)


if __name__ == "__main__":
    main()
