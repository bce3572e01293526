"""Write gesture_values.py and gesture_models.py of sociogram/situation from gestures.schema.json.

Run: python -m tools.generate_gesture_models          (add --check to compare only, exit 1 when it differs)
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "sociogram" / "situation"
SCHEMA = _FOLDER / "gestures.schema.json"
VALUES = _FOLDER / "gesture_values.py"
MODELS = _FOLDER / "gesture_models.py"
_HEADER = '"""The models of gestures, made from gestures.schema.json by tools/generate_gesture_models.py."""'
_VALUES_HEADER = (
    '"""What gestures are made of, made from gestures.schema.json by tools/generate_gesture_models.py."""'
)
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
_ALIAS = re.compile(r"^(\w+) = TypeAliasType", re.MULTILINE)
_REPEATED_DOCSTRING = re.compile(r'^\)\n"""\n.*?\n"""\n', re.MULTILINE | re.DOTALL)
_DOCSTRING = re.compile(r'"""\n {4}(.*?)\n {4}"""', re.DOTALL)


def sources() -> dict[Path, str]:
    """Return the source of each file; CalledProcessError when the generator refuses the schema."""
    made = _models()
    place = made.index("class ")
    values, classes = made[:place], made[place:]
    names = sorted(name for name in _ALIAS.findall(values) if re.search(rf"\b{name}\b", classes))
    imports = values[: next(_ALIAS.finditer(values)).start()].rstrip()
    own = f"from sociogram.situation.gesture_values import ({', '.join(names)},)"
    strict = "from sociogram.situation.strict_model import StrictModel\n"
    values = values.replace(_HEADER, _VALUES_HEADER).replace(strict, "")
    return {VALUES: _formatted(values), MODELS: _formatted(f"{imports}\n{own}\n\n\n{classes}")}


def _models() -> str:
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
    source = source.replace("from __future__ import annotations\n\n", "")
    return source.replace(_HEADER, _HEADER + "\n# ruff: noqa\n")


def _formatted(source: str) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--line-length=110", "--isolated", "-"]
    done = subprocess.run(command, input=source, text=True, check=True, capture_output=True)
    return done.stdout


if __name__ == "__main__":
    made = sources()
    if "--check" in sys.argv:
        sys.exit(any(source != path.read_text(encoding="utf-8") for path, source in made.items()))
    for path, source in made.items():
        path.write_text(source, encoding="utf-8")
