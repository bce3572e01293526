"""The commands: what `--help` prints, in the language of the page."""

import json
import os
import subprocess
import sys
from functools import cache

from sociogram.language import Lang
from tools.reference.markdown import code, paragraphs
from tools.reference.words import said

# The help speaks the language of the process: hence one process for each language.
_SCRIPT = """
import json, click, typer
from api.cli.main import build_app
group = typer.main.get_command(build_app())
def asked(command, name, parent=None):
    context = click.Context(command, parent, info_name=name, terminal_width=100, max_content_width=100)
    return context, command.get_help(context)
root, whole = asked(group, "sociogram")
print(json.dumps({"": whole, **{name: asked(one, name, root)[1] for name, one in group.commands.items()}}))
"""


@cache
def help_texts(lang: Lang) -> dict[str, str]:
    """Return the help of every command by name; that of the whole under the empty name."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SOCIOGRAM_")}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        env={**kept, "SOCIOGRAM_LANG": lang, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def commands_page(lang: Lang) -> str:
    """Return the page of the commands."""
    texts = help_texts(lang)
    parts = [said("commands.title", lang), said("commands.intro", lang)]
    parts += [f"## {said('commands.all', lang)}", code(_plain(texts[""]))]
    for name, text in texts.items():
        if name:
            parts += [f"## sociogram {name}", code(_plain(text))]
    return paragraphs(parts)


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
