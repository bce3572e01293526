"""The key that proves the links: one small private file, made at first use and kept beside nothing else."""

from pathlib import Path
from secrets import token_bytes

from sociogram.errors import SociogramError, bad_input
from sociogram.loop.answer_link import KEY_BYTES
from sociogram.stores.safe_file import write_once


def answer_key(path: Path) -> bytes:
    """Return the key in `path`, made there when there is none yet. BadInput for a file that is no key.

    Who takes the file away takes every link back that was given.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_once(path, f"{token_bytes(KEY_BYTES).hex()}\n".encode())
        with path.open("rb") as file:
            written = file.read(2 * KEY_BYTES + 3)
    except OSError:
        raise _unusable() from None
    try:
        key = bytes.fromhex(written.decode("ascii").strip())
    except ValueError:
        raise _unusable() from None
    if len(key) != KEY_BYTES:
        raise _unusable()
    return key


def _unusable() -> SociogramError:
    return bad_input(
        "answer_key_unusable",
        fr="ce fichier n'est pas une clé de liens de réponse, ou ne peut être lu ou fait.",
        en="this file is not a key of answer links, or cannot be read or made.",
        remedy_fr="Donner un autre fichier, ou l'effacer : une clé neuve sera faite, les liens donnés "
        "cesseront.",
        remedy_en="Give another file, or delete it: a fresh key will be made, links already given will stop.",
        field="--answer-key",
    )
