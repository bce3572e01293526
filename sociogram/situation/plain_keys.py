"""The keys of plain files, and those that say something the method does not draw (E01, E08, E09)."""

import re
import unicodedata
from collections.abc import Mapping

from colour_codes.activation_code import CHANNELS

_LABEL = ("label_fr", "label_en")
_NOTICE = ("notice_fr", "notice_en")
_TITLE = ("title_fr", "title_en")
_PARTS = ("households", "persons", "links", "professionals", "activations")
KEYS: Mapping[str, frozenset[str]] = {
    "situation": frozenset(("id", "fictional", *_NOTICE, *_TITLE, "place", "sensitivity", *_PARTS)),
    "households": frozenset(("id", *_LABEL, "place", "members", "since", "until", "housed_by")),
    "persons": frozenset(("id", *_LABEL, "age_band", "status", "gender", "birth", "death")),
    "links": frozenset(("a", "b", "kind", *_LABEL, "since", "until")),
    "professionals": frozenset(("id", "role_fr", "role_en", "organisation_id", "organisation_text")),
    "activations": frozenset(("seq", "date", "from", "to", *_LABEL, "channel", "pattern_source")),
    "pattern_source": frozenset(("file", "lines")),
}

_PEN = frozenset(("color", "colour", "couleur", "pen", "feutre", "stylo"))
_TWO_HEADS = re.compile(
    r"(double|two|both|bi|deux)_?(head|way|direction|sens|pointe|fleche|arrow|end)\w*"
    r"|bidirectional|bidirectionnel(le)?|undirected|mutual|reciproc\w*|heads|pointes|head_(from|start|tail)"
)
_QUALITY = re.compile(
    r"(.*_)?(quality|qualite|valence|weight|poids|strength|intensity|intensite|conflict\w*|conflit\w*"
    r"|hostil\w*|abus\w*|maltraitance|violen\w*|close|closeness|distant|distance|fused|fusion\w*|cut_?off"
    r"|rupture|stress\w*|tension\w*|diagnos\w*|patholog\w*|disorder|symptom\w*|illness|disease|maladie"
    r"|addiction\w*|blame\w*|fault|faute|guilt\w*|culp\w*|coupable|danger\w*|toxic\w*|toxique|icone?)(_.*)?"
)
_ARROW_SIGNS = re.compile(r"<[-=]*>|↔|⇄|⇆|⟷")


def rule_of_key(key: str, part: str) -> str | None:
    """Return the rule an unknown key breaks, or None when it is merely unknown. Texts are never judged."""
    name = _folded(key)
    if part == "activations":
        if name in _PEN:
            return "E01"
        if _TWO_HEADS.fullmatch(name):
            return "E08"
    return "E09" if _QUALITY.fullmatch(name) else None


def rule_of_kind(kind: object) -> str | None:
    """Return E09 for a kind of link that judges a relation, else None."""
    return "E09" if isinstance(kind, str) and _QUALITY.fullmatch(_folded(kind)) else None


def rule_of_channel(channel: object) -> str | None:
    """Return the rule a channel breaks by its form: E08 for two directions at once, E01 for no channel."""
    if channel in CHANNELS:
        return None
    if not isinstance(channel, str):
        return "E08" if isinstance(channel, list) and len(channel) == 2 else "E01"
    codes = re.findall("|".join(CHANNELS), channel.upper())
    return "E08" if len(codes) > 1 or _ARROW_SIGNS.search(channel) else "E01"


def _folded(key: str) -> str:
    plain = unicodedata.normalize("NFD", key.strip().lower()[:80]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain)
