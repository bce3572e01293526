"""The first drawing on a computer: said beforehand, and in a server made ready behind the first page."""

import contextlib
import sys
import threading
import time
from collections.abc import Callable

from api.use_cases.pictures import PictureOptions, situation_sheet
from layouts.first_use import can_be_kept, nothing_compiled
from sociogram.directory.packaged import packaged_public_directory, packaged_situations
from sociogram.language import Bilingual, Lang
from sociogram.situation.own import OwnSituation, read_situation_file
from sociogram.situation.plain_gestures import situation_of_plain

_ONCE = Bilingual(
    "Première utilisation\u00a0: préparation du dessin, une fois pour toutes (moins d'une minute)…",
    "First use: preparing the drawing, once and for all (under a minute)…",
)
_EACH_TIME = Bilingual(
    "Préparation du dessin (moins d'une minute)…", "Preparing the drawing (under a minute)…"
)


def announce_first_drawing(lang: Lang) -> None:
    """Say on stderr that the drawing takes longer, when nothing was compiled on this computer yet."""
    if nothing_compiled():
        print((_ONCE if can_be_kept() else _EACH_TIME).in_(lang), file=sys.stderr, flush=True)


def warm_up() -> None:
    """Draw one packaged situation and throw it away: what is compiled, or loaded, stays."""
    name, data = next(iter(packaged_situations().items()))
    file = read_situation_file(data, place=name)
    if not isinstance(file, OwnSituation):
        situation_sheet(situation_of_plain(file), packaged_public_directory(), PictureOptions())


def warm_up_behind(started: Callable[[], bool], patience: float = 30.0) -> threading.Thread:
    """Warm up in a thread of its own, once the server answers; it holds up neither its start nor its end."""

    def work() -> None:
        waited = time.monotonic() + patience
        while not started():
            if time.monotonic() > waited:
                return
            time.sleep(0.05)
        # A drawing that fails says so to whoever asks for it; nobody asked for this one.
        with contextlib.suppress(Exception):
            warm_up()

    thread = threading.Thread(target=work, name="warm-up", daemon=True)
    thread.start()
    return thread
