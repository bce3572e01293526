"""Bytes to text: UTF-8 and nothing else, never a character replaced in silence."""

import codecs

from sociogram.errors import BadInput, bad_input


def decode_utf8(data: bytes, *, place: str) -> str:
    """Return `data` as text (a leading byte-order mark is dropped), or raise BadInput naming the line."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4]:
        raise _not_utf8(place, "UTF-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        # With its mark dropped, the decoder counts from after it; line ends before the fault are the same.
        line = data.count(b"\n", 0, fault.start) + 1
        raise _not_utf8(f"{place}:{line}" if place else str(line), "Windows-1252 ?") from None


def _not_utf8(place: str, guess: str) -> BadInput:
    return bad_input(
        "bad_encoding",
        fr=f"ce fichier n'est pas écrit en UTF-8 ({guess}).",
        en=f"this file is not written in UTF-8 ({guess}).",
        remedy_fr="L'enregistrer de nouveau en choisissant l'encodage UTF-8.",
        remedy_en="Save it again, choosing the encoding UTF-8.",
        place=place,
    )
