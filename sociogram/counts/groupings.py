"""By what referrals are counted. Rows are ordered by their words, never by numbers: nobody is ranked."""

from collections.abc import Callable, Mapping
from typing import Literal

from sociogram.counts.families import OTHER, family_labels, family_of
from sociogram.counts.parties import party_label, receiver_of, sender_of
from sociogram.directory.directory import Directory
from sociogram.directory.needs import CATEGORY
from sociogram.directory.places import AREAS
from sociogram.directory.plain_words import plain
from sociogram.language import Bilingual, Lang
from sociogram.loop.referral import Referral

By = Literal["need", "family", "place", "region", "pair"]
BY: tuple[By, ...] = ("need", "family", "place", "region", "pair")
LABELS: Mapping[By, Bilingual] = {
    "need": Bilingual("Besoin", "Need"),
    "family": Bilingual("Famille de besoins", "Family of needs"),
    "place": Bilingual("Lieu", "Place"),
    "region": Bilingual("Région", "Region"),
    "pair": Bilingual("De qui, vers qui", "From whom, to whom"),
}
ARROW = " \N{RIGHTWARDS ARROW} "
NO_PLACE = "~sans-lieu"
_NO_PLACE = Bilingual("Lieu non précisé", "Place not stated")
_UNKNOWN_NEED = Bilingual("Besoin non dit ou hors vocabulaire", "Need not said or outside the vocabulary")


def key_of(by: By, referral: Referral, public: Directory) -> str:
    """Return the row of a referral; keys do not depend on the language."""
    return _KEYS[by](referral, public)


def label_of(by: By, key: str, public: Directory) -> Bilingual:
    """Return the words of a row."""
    return _WORDS[by](key, public)


def in_words_order(label: str, key: str) -> tuple[str, str]:
    """Return what rows are sorted by."""
    return plain(label), key


def pair_key(sender: str, receiver: str) -> str:
    """Return the key of a pair of organisations."""
    return f"{sender}>{receiver}"


def pair_label(sender: Bilingual, receiver: Bilingual) -> Bilingual:
    """Return the words of a pair of organisations."""
    return Bilingual(*(sender.in_(lang) + ARROW + receiver.in_(lang) for lang in _LANGS))


def region_of(place: str, public: Directory) -> str:
    """Return the region or district that holds a place, else the place itself if it is wider, else ''."""
    at, seen = place, set[str]()
    while at in public.places and at not in seen:
        if public.places[at].kind in AREAS:
            return at
        seen.add(at)
        at = public.places[at].parent
    return place if place in public.places else ""


_LANGS: tuple[Lang, ...] = ("fr", "en")


def _place(referral: Referral, public: Directory) -> str:
    return referral.place if referral.place in public.places else ""


def _need(referral: Referral, public: Directory) -> str:
    return referral.need if (CATEGORY, referral.need) in public.terms else ""


def _pair(referral: Referral, public: Directory) -> str:
    return pair_key(sender_of(referral, public), receiver_of(referral, public))


def _place_words(key: str, public: Directory) -> Bilingual:
    row = public.places.get(key)
    return row.label if row is not None else _NO_PLACE


def _need_words(key: str, public: Directory) -> Bilingual:
    term = public.term(CATEGORY, key)
    return term.label if term is not None else _UNKNOWN_NEED


def _pair_words(key: str, public: Directory) -> Bilingual:
    sender, _, receiver = key.partition(">")
    return pair_label(party_label(sender, public), party_label(receiver, public))


_KEYS: Mapping[By, Callable[[Referral, Directory], str]] = {
    "need": _need,
    "family": lambda referral, _: family_of(referral.need),
    "place": _place,
    "region": lambda referral, public: region_of(referral.place, public),
    "pair": _pair,
}
_WORDS: Mapping[By, Callable[[str, Directory], Bilingual]] = {
    "need": _need_words,
    "family": lambda key, _: family_labels().get(key, family_labels()[OTHER]),
    "place": _place_words,
    "region": _place_words,
    "pair": _pair_words,
}
