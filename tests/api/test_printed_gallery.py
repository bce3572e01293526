"""The printed situations and the network: one font, the whole story as text, the validator's word (soak)."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from api.cli.demo import demo_store
from api.use_cases.pictures import PictureOptions, network_sheet, situation_sheet, situation_story
from api.use_cases.printing import printed
from colour_codes.palettes import Palette
from layouts.sheet import Group, Item
from sociogram.access.viewer import LOCAL_OWNER

TOOL = Path(__file__).resolve().parents[1] / "layouts" / "printers" / "verapdf"
JARS = Path(__file__).resolve().parents[2] / "out" / "verapdf"


def files(full: bool) -> Iterator[tuple[str, bytes, list[str]]]:
    """Yield each PDF with its name and the sentences it must tell; `full`: every situation and palette."""
    store = demo_store()
    directory = store.directory(LOCAL_OWNER)
    for summary in list(store.situations(LOCAL_OWNER))[: None if full else 1]:
        situation = store.situation(LOCAL_OWNER, summary.id)
        for palette in Palette if full else (Palette.WALL,):
            options = PictureOptions(palette=palette)
            sheet = situation_sheet(situation, directory, options)
            story = situation_story(situation, directory, options)
            told = list(sentences(sheet.items))
            yield f"{summary.id}-{palette.value}", printed(sheet, "pdf", story), told
            larger = situation_sheet(situation, directory, PictureOptions(palette=palette, paper="A2"))
            yield f"{summary.id}-{palette.value}-tiles", printed(larger, "pdf", story, "A4"), told
    for lang in ("fr", "en") if full else ("fr",):
        sheet = network_sheet(directory, PictureOptions(lang="en" if lang == "en" else "fr", paper="A3"))
        yield f"network-{lang}", printed(sheet, "pdf"), list(sentences(sheet.items))


def sentences(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            if dict(item.data).get("kind") in ("activation", "tie") and item.label:
                yield item.label
            yield from sentences(item.items)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_one_font_and_the_whole_story(sized: Callable[[bool, bool], bool]) -> None:
    seen = 0
    for name, made, told in files(sized(False, True)):
        with pikepdf.open(io.BytesIO(made)) as document:
            kinds = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
            fonts = {str(one.BaseFont).split("+")[-1] for one in kinds if one.get("/Type") == "/Font"}
            assert fonts == {"SociogramSans"}, name
            assert b"<pdfuaid:part>1<" in document.Root.Metadata.read_bytes(), name
        with pypdfium2.PdfDocument(made) as document:
            words = squeezed(document[0].get_textpage().get_text_range())
        assert len(told) > 5, name
        assert [sentence for sentence in told if squeezed(sentence) not in words] == [], name
        seen += 1
    assert seen >= 3


@pytest.mark.soak
def test_the_validator_agrees_on_the_gallery(tmp_path: Path) -> None:
    if shutil.which("java") is None or not any(JARS.glob("validation-model-*.jar")):
        pytest.skip("NO JAVA OR NO VERAPDF: the gallery was NOT validated; test_pdf_standards.py fetches it")
    names = []
    for name, made, _ in files(True):
        (tmp_path / f"{name}.pdf").write_bytes(made)
        names.append(str(tmp_path / f"{name}.pdf"))
    command = ["java", "-cp", f"{JARS}/*", str(TOOL / "Validate.java"), *names]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in said if not line.startswith("PASS ")] == [], json.dumps(said[:20])
    assert len(said) == 2 * len(names)
