"""The picture in the documentation is drawn from the palettes, never by hand."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "examples" / "draw_pens.py"


@pytest.mark.parametrize(("lang", "file"), [("fr", "docs/fr/feutres.svg"), ("en", "docs/en/pens.svg")])
def test_the_picture_is_up_to_date(lang, file):
    spec = importlib.util.spec_from_file_location("draw_pens", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    again = f"run: python examples/draw_pens.py {lang} > {file}"
    assert (ROOT / file).read_text(encoding="utf-8") == module.picture(lang), again
