"""Which language a request is answered in: `?lang=`, else Accept-Language, else French."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from sociogram.language import LANGUAGES, Lang


def language_of(query: str, headers: Mapping[str, str], default: Lang = "fr") -> Lang:
    """Return the language asked for; anything unknown is the default."""
    asked = parse_qs(query).get("lang", [""])[0]
    for choice in (asked, *headers.get("accept-language", "").split(",")):
        code = choice.partition(";")[0].strip().lower()[:2]
        for lang in LANGUAGES:
            if code == lang:
                return lang
    return default
