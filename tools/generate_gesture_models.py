"""Write sociogram/situation/gesture_models.py from gestures.schema.json.

Run: python -m tools.generate_gesture_models          (add --check to compare only, exit 1 when it differs)
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "sociogram" / "situation"
SCHEMA = _FOLDER / "gestures.schema.json"
MODELS = _FOLDER / "gesture_models.py"
_HEADER = '"""The models of gestures, made from gestures.schema.json by tools/generate_gesture_models.py."""'
_OPTIONS = [
    "--input-file-type=jsonschema",
    "--output-model-type=pydantic_v2.BaseModel",
    "--base-class=sociogram.situation.strict_model.StrictModel",
    "--target-python-version=3.11",
    "--use-annotated",
    "--field-constraints",
    "--enum-field-as-literal=all",
    "--enable-faux-immutability",
    "--extra-fields=forbid",
    "--use-union-operator",
    "--use-standard-collections",
    "--use-schema-description",
    "--use-double-quotes",
    "--use-type-alias",
    "--disable-timestamp",
    "--formatters=ruff-format",
    f"--custom-file-header={_HEADER}",
]
_REPEATED_CONFIG = re.compile(r"    model_config = ConfigDict\(\s*extra=\"forbid\",\s*frozen=True,\s*\)\n")
_REPEATED_DOCSTRING = re.compile(r'^\)\n"""\n.*?\n"""\n', re.MULTILINE | re.DOTALL)
_DOCSTRING = re.compile(r'"""\n {4}(.*?)\n {4}"""', re.DOTALL)


def models() -> str:
    """Return the source of the models; CalledProcessError when the generator refuses the schema."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "models.py"
        command = [sys.executable, "-m", "datamodel_code_generator", f"--input={SCHEMA}", f"--output={made}"]
        subprocess.run([*command, *_OPTIONS], check=True, capture_output=True)
        return _tidied(made.read_text(encoding="utf-8"))


def _tidied(source: str) -> str:
    """Drop what the base class already says, and lay the rest out as the house does."""
    source = _REPEATED_CONFIG.sub("", source)
    source = _REPEATED_DOCSTRING.sub(")\n", source)
    source = _DOCSTRING.sub(r'"""\1"""', source)
    source = source.replace("from pydantic import BaseModel, ConfigDict, Field", "from pydantic import Field")
    source = source.replace("from pydantic import ConfigDict, Field", "from pydantic import Field")
    source = source.replace("from __future__ import annotations\n\n", "").replace(
        _HEADER, _HEADER + "\n# ruff: noqa\n"
    )
    command = [sys.executable, "-m", "ruff", "format", "--line-length=110", "--isolated", "-"]
    done = subprocess.run(command, input=source, text=True, check=True, capture_output=True)
    return done.stdout


if __name__ == "__main__":
    made = models()
    if "--check" in sys.argv:
        sys.exit(made != MODELS.read_text(encoding="utf-8"))
    MODELS.write_text(made, encoding="utf-8")
