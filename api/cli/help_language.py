"""Which language the help texts speak: `--lang` on the command line, else `$SOCIOGRAM_LANG`, else French."""

import os
import sys

from sociogram.language import Bilingual, Lang


def asked_language(arguments: list[str], environment: dict[str, str]) -> Lang:
    """Return the language asked for, before anything else is parsed."""
    asked = environment.get("SOCIOGRAM_LANG", "fr")
    for here, after in zip(arguments, [*arguments[1:], ""], strict=False):
        if here == "--lang":
            asked = after
        elif here.startswith("--lang="):
            asked = here.removeprefix("--lang=")
    return "en" if asked == "en" else "fr"


HELP_LANGUAGE: Lang = asked_language(sys.argv[1:], dict(os.environ))


def say(fr: str, en: str) -> str:
    """Return one of the two texts, for help."""
    return Bilingual(fr, en).in_(HELP_LANGUAGE)
