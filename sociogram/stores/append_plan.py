"""What an append makes of a record: pure, and the same for every store.

Order: what is already there or was withdrawn counts as done; then nobody may have touched the same elements
since `if_match`; then the situation must be able to take the rest, in its order; a withdrawal rewrites
history.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sociogram.errors import BadInput
from sociogram.language import Bilingual
from sociogram.situation.acceptance import check_gestures
from sociogram.situation.gestures import Gesture, touched
from sociogram.situation.withdrawal import named_texts
from sociogram.stores.failures import changed_since, other_content
from sociogram.stores.record import Entry, Record

Texts = Mapping[str, Bilingual]


def appended(
    record: Record,
    gestures: Sequence[Gesture],
    texts: Texts,
    *,
    if_match: int | None = None,
    known: Collection[str] = (),
) -> Record:
    """Return the record after these gestures, or `record` itself when there is nothing new.

    `known` holds the organisations that arrows may end at. Raises BadInput, RuleBroken or Conflict.
    """
    fresh = _fresh(record, gestures, texts)
    if not fresh:
        return record
    stale = if_match is not None and if_match != record.version
    if stale:
        _refuse_conflict(record, fresh, gestures, if_match or 0)
    try:
        return _taken(record, fresh, gestures, texts, known)
    except BadInput:
        if stale:
            # It may have been good against what the writer saw: let them look again before judging.
            raise changed_since(_elements(fresh, record.gestures)) from None
        raise


def _fresh(record: Record, gestures: Sequence[Gesture], texts: Texts) -> tuple[Gesture, ...]:
    """Return the gestures that are neither there already nor withdrawn. The same id twice is one gesture."""
    known = {entry.gesture.id: entry.gesture for entry in record.entries}
    sent: dict[str, Gesture] = {}
    for gesture in gestures:
        held = known.get(gesture.id, sent.get(gesture.id))
        if held is not None and not _agrees(held, gesture, record.rewritten > 0):
            raise other_content("gestures", gesture.id)
        if held is None and gesture.id not in record.forgotten:
            sent[gesture.id] = gesture
    for text_id, text in texts.items():
        if text_id in record.texts and record.texts[text_id] != text:
            raise other_content("texts", text_id)
    return tuple(sent.values())


def _agrees(held: Gesture, sent: Gesture, rewritten: bool) -> bool:
    """Whether both are one gesture. A withdrawal may have trimmed the one held."""
    if (held.v, held.kind, held.at, held.by) != (sent.v, sent.kind, sent.at, sent.by):
        return False
    return _within(held.args, sent.args) if rewritten else _plain(held.args) == _plain(sent.args)


def _within(part: Any, whole: Any) -> bool:
    if isinstance(part, Mapping) and isinstance(whole, Mapping):
        return all(key in whole and _within(value, whole[key]) for key, value in part.items())
    return bool(_plain(part) == _plain(whole))


def _plain(value: Any) -> Any:
    """Lists and tuples are the same once written."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _refuse_conflict(
    record: Record, fresh: tuple[Gesture, ...], sent: Sequence[Gesture], if_match: int
) -> None:
    if if_match > record.version:
        raise changed_since(_elements(fresh, record.gestures))
    mine = {gesture.id for gesture in sent}
    log = record.gestures
    since = [
        entry.gesture for entry in record.entries if entry.version > if_match and entry.gesture.id not in mine
    ]
    theirs = frozenset[str]().union(*(touched(gesture, log) for gesture in since))
    both = theirs & frozenset(_elements(fresh, (*log, *fresh)))
    if both:
        raise changed_since(tuple(sorted(both)))


def _elements(gestures: Sequence[Gesture], log: Sequence[Gesture]) -> tuple[str, ...]:
    return tuple(sorted(frozenset[str]().union(*(touched(gesture, log) for gesture in gestures))))


def _taken(
    record: Record, fresh: tuple[Gesture, ...], sent: Sequence[Gesture], texts: Texts, known: Collection[str]
) -> Record:
    done = check_gestures(
        record.situation, record.gestures, record.texts, fresh, _texts_of(fresh, sent, texts), known=known
    )
    added = tuple(Entry(record.version + rank, gesture) for rank, gesture in enumerate(fresh, start=1))
    version, texts = record.version + len(added), dict(done.texts)
    withdrawals = [entry for entry in added if entry.gesture.kind == "withdraw"]
    if not withdrawals:
        return replace(record, version=version, entries=record.entries + added, texts=texts)
    versions = {entry.gesture.id: entry.version for entry in (*record.entries, *added)}
    return replace(
        record,
        version=version,
        rewritten=withdrawals[-1].version,
        entries=tuple(Entry(versions[gesture.id], gesture) for gesture in done.log),
        texts=texts,
        # A withdrawal is not in the log, where it would name what it took: its id alone stays, to count once.
        forgotten=record.forgotten | done.forgotten_ids | {entry.gesture.id for entry in withdrawals},
    )


def _texts_of(fresh: Sequence[Gesture], sent: Sequence[Gesture], texts: Texts) -> dict[str, Bilingual]:
    """Leave out the texts of gestures that came before or were withdrawn; those of no gesture stay, to be
    refused."""
    needed = {text for gesture in fresh for text in named_texts(gesture)}
    done = {text for gesture in sent for text in named_texts(gesture)} - needed
    return {name: text for name, text in texts.items() if name not in done}
