"""Whether a situation can take new gestures: strict, before anything is stored.

The fold is tolerant, so that two people can draw at once; the door is not, so that nobody builds on sand.
"""

from collections.abc import Collection, Mapping, Sequence

from sociogram.errors import BadInput, Problem, RuleBroken, bad_input
from sociogram.language import Bilingual
from sociogram.rules.catalogue import CATALOGUE
from sociogram.rules.findings import Finding
from sociogram.rules.situation_rules import broken_rules
from sociogram.situation.finish import finished
from sociogram.situation.fold import apply, draft_of
from sociogram.situation.gestures import Gesture
from sociogram.situation.refusals import refuse_gesture
from sociogram.situation.withdrawal import Withdrawn, text_fields, withdraw
from sociogram.strict_json import step
from sociogram.texts import LABEL_LIMIT, NOTE_LIMIT, TITLE_LIMIT, clean_bilingual

_LIMITS = {"title": TITLE_LIMIT, "notice": NOTE_LIMIT, "source": NOTE_LIMIT}


def check_gestures(
    situation_id: str,
    log: Sequence[Gesture],
    texts: Mapping[str, Bilingual],
    new_gestures: Sequence[Gesture],
    new_texts: Mapping[str, Bilingual],
    *,
    known: Collection[str] = (),
    place: str = "gestures",
) -> Withdrawn:
    """Return the log, texts and forgotten ids after the new gestures, or raise BadInput or RuleBroken.

    `known` are the organisations the viewer sees: arrows may end there. A gesture already in the log changes
    nothing; the same id with another content is refused. A withdrawal of what is not there changes nothing.
    """
    held = dict(texts)
    _take_texts(held, new_texts, log, new_gestures, place)
    draft, current = draft_of(log), list(log)
    before = broken_rules(finished(situation_id, draft, texts), known)
    by_id = {gesture.id: gesture for gesture in log}
    forgotten: frozenset[str] = frozenset()
    for at, gesture in enumerate(new_gestures):
        where = step(place, at)
        if _is_repeated(gesture, by_id, where):
            continue
        refuse_gesture(gesture, draft, current, known, place=where)
        if gesture.kind == "withdraw":
            done = withdraw(current, held, gesture.args["id"])
            current, held, forgotten = list(done.log), dict(done.texts), forgotten | done.forgotten_ids
        else:
            current.append(gesture)
            by_id[gesture.id] = gesture
        if gesture.kind in ("undo", "withdraw"):
            draft = draft_of(current)
        else:
            apply(draft, gesture)
    _refuse_new_faults(before, broken_rules(finished(situation_id, draft, held), known), place)
    return Withdrawn(tuple(current), held, forgotten)


def _take_texts(
    held: dict[str, Bilingual],
    new_texts: Mapping[str, Bilingual],
    log: Sequence[Gesture],
    new_gestures: Sequence[Gesture],
    place: str,
) -> None:
    """Add the new texts to those held: each named by one element, none rewritten, all within their limit."""
    for text_id, text in new_texts.items():
        if held.setdefault(text_id, text) != text:
            raise _bad_text("text_taken", place)
    owners: dict[str, str] = {name: _owner(one) for one in log for _, name in text_fields(one)}
    named: set[str] = set()
    for at, gesture in enumerate(new_gestures):
        for field, text_id in text_fields(gesture):
            where = step(place, at)
            if text_id not in held:
                raise _bad_text("text_missing", where, field)
            if owners.setdefault(text_id, _owner(gesture)) != _owner(gesture):
                raise _bad_text("text_shared", where, field)
            limit = _LIMITS.get(field, LABEL_LIMIT)
            text = held[text_id]
            cleaned = clean_bilingual(
                text.fr, text.en, limit=limit, place=where, field=field, multiline=limit == NOTE_LIMIT
            )
            if cleaned != text:
                raise _bad_text("text_not_clean", where, field)
            named.add(text_id)
    if not new_texts.keys() <= named:
        raise _bad_text("text_unnamed", place)


def _owner(gesture: Gesture) -> str:
    """Return what a text belongs to, so that taking one thing back never takes the words of another."""
    return "@about" if gesture.kind == "describe" else str(gesture.args.get("id", ""))


def _is_repeated(gesture: Gesture, by_id: Mapping[str, Gesture], place: str) -> bool:
    known = by_id.get(gesture.id)
    if known is None:
        return False
    if known.as_json() != gesture.as_json():
        raise bad_input(
            "gesture_id_taken",
            fr="un autre geste porte déjà cet identifiant.",
            en="another gesture already has this id.",
            remedy_fr="Donner au geste un nouvel identifiant (UUID).",
            remedy_en="Give the gesture a new id (UUID).",
            place=place,
            field="id",
        )
    return True


def _refuse_new_faults(before: Sequence[Finding], after: Sequence[Finding], place: str) -> None:
    old = set(before)
    problems = tuple(
        Problem(one.code, one.says, CATALOGUE[one.code].remedy, place, ", ".join(one.elements))
        for one in after
        if one not in old
    )
    if problems:
        raise RuleBroken(problems)


def _bad_text(code: str, place: str, field: str = "") -> BadInput:
    says = _TEXT_FAULTS[code]
    return bad_input(
        code,
        fr=says.fr,
        en=says.en,
        remedy_fr="Joindre à chaque geste ses propres textes, chacun sous un nouvel identifiant.",
        remedy_en="Send with each gesture its own texts, each under a new id.",
        place=place,
        field=field,
    )


_TEXT_FAULTS = {
    "text_taken": Bilingual(
        "un autre texte porte déjà cet identifiant.", "another text already has this id."
    ),
    "text_missing": Bilingual("ce texte n'a pas été joint.", "this text was not sent."),
    "text_shared": Bilingual(
        "ce texte appartient déjà à un autre élément.", "this text already belongs to another element."
    ),
    "text_not_clean": Bilingual(
        "ce texte contient des caractères invisibles.", "this text holds invisible characters."
    ),
    "text_unnamed": Bilingual(
        "un texte joint n'est nommé par aucun geste.", "a text that was sent is named by no gesture."
    ),
}
