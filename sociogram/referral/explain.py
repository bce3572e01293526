"""The words of an answer, from its codes. Every number written here is a field of the answer."""

from collections.abc import Iterable, Mapping, Sequence

from sociogram.directory.needs import CATEGORY, GROUP
from sociogram.directory.rows import Term
from sociogram.language import Bilingual, Lang
from sociogram.referral import wording
from sociogram.referral.answer import NeedAnswer, PathStep, Suggestion, SuggestionAnswer
from sociogram.referral.constraints import Reason
from sociogram.referral.fact_texts import fact_text
from sociogram.referral.periods import day_text, period_text

Terms = Mapping[tuple[str, str], Term]

_JOINT: dict[Lang, str] = {"fr": " ; ", "en": "; "}


def label(terms: Terms, kind: str, code: str, lang: Lang) -> str:
    """Return the label of a code, or the code itself when the vocabulary has none."""
    term = terms.get((kind, code))
    return term.label.in_(lang) if term else code


def reason_text(suggestion: Suggestion, code: str, terms: Terms, lang: Lang) -> str:
    """Return the sentence of one reason."""
    discreet = suggestion.discreet and code in wording.DISCREET_REASONS
    words = wording.DISCREET_REASONS if discreet else wording.REASONS
    return words[code].in_(lang).format_map(_Words(suggestion, terms, lang))


class _Words:
    """What the sentence of a reason is filled with, made when it asks for it: most ask for one thing."""

    __slots__ = ("_lang", "_of", "_terms")

    def __init__(self, suggestion: Suggestion, terms: Terms, lang: Lang) -> None:
        self._of, self._terms, self._lang = suggestion, terms, lang

    def __getitem__(self, name: str) -> str:
        one, lang = self._of, self._lang
        if name == "need":
            return label(self._terms, CATEGORY, one.need, lang)
        if one.discreet:
            return {"groups": "", "places": "", "period": ""}[name]
        if name == "groups":
            return _list(label(self._terms, GROUP, group, lang) for group in one.service.target_groups)
        if name == "places":
            return _list(one.service.places)
        if name == "period":
            period = period_text(one.service.period, lang)
            return f" ({period})" if period else ""
        return fact_text(one, name, lang)


def why(said: Sequence[tuple[str, str]], unknown: Iterable[str], lang: Lang) -> str:
    """Return why a service is suggested, by the codes and sentences of its reasons, and what is not known
    of it."""
    lists = (
        (wording.WHY, [text for code, text in said if code not in wording.CAUTIONS]),
        (wording.CAUTION, [text for code, text in said if code in wording.CAUTIONS]),
        (wording.NOT_KNOWN, [wording.UNKNOWN[code].in_(lang) for code in unknown if code in wording.UNKNOWN]),
    )
    return " ".join(head.in_(lang).format(list=_list(texts, _JOINT[lang])) for head, texts in lists if texts)


def excluded_text(reason: Reason, count: int, max_hops: int, lang: Lang) -> str:
    """Return an exclusion in words: `3 services hors du lieu demandé`."""
    return _of(wording.EXCLUDED[reason], count).in_(lang).format(count=count, max_hops=max_hops)


def need_text(answer: SuggestionAnswer, need: NeedAnswer, lang: Lang) -> str:
    """Return what was found for one need; an empty answer says why and what one may do."""
    name = label(answer.terms, CATEGORY, need.need, lang)
    heading = wording.TO_CHECK_HEADING.in_(lang)
    if need.shown:
        parts = [
            _of(wording.SHOWN, need.shown).in_(lang).format(need=name, shown=need.shown, heading=heading)
        ]
    elif need.excluded:
        parts = [wording.NONE_SHOWN.in_(lang).format(need=name)]
    else:
        parts = [wording.NONE_KNOWN.in_(lang).format(need=name)]
    hops = answer.request.max_hops
    if need.excluded:
        left = _list(excluded_text(reason, count, hops, lang) for reason, count in need.excluded.items())
        parts.append(wording.LEFT_OUT.in_(lang).format(list=left))
    if need.next_openings:
        parts.append(wording.NEXT_OPENINGS.in_(lang).format(list=_list(_openings(need, lang), _JOINT[lang])))
    advice = [
        _advice(answer.terms, need, reason, lang) for reason in need.excluded if reason in wording.ADVICE
    ]
    if advice and not need.shown:
        parts.append(wording.TRY.in_(lang).format(list=_list(advice, _JOINT[lang])))
    return " ".join(parts)


def _openings(need: NeedAnswer, lang: Lang) -> Iterable[str]:
    return (
        wording.NEXT_OPENING.in_(lang).format(provider=one.provider.short_name, day=day_text(one.opens, lang))
        for one in need.next_openings
    )


def _advice(terms: Terms, need: NeedAnswer, reason: Reason, lang: Lang) -> str:
    """Return what one may do about a reason; for whom or where the services left out are, when that helps."""
    said = ""
    if reason == "wrong_group" and need.other_groups:
        labels = _list(label(terms, GROUP, group, lang) for group in need.other_groups)
        said = wording.FOR_OTHERS.in_(lang).format(list=labels)
    elif reason == "out_of_area" and need.other_places:
        said = wording.ELSEWHERE.in_(lang).format(list=_list(need.other_places))
    return wording.ADVICE[reason].in_(lang).format(others=said)


def explanation(answer: SuggestionAnswer, lang: Lang) -> str:
    """Return the whole answer in a few sentences. The last one is the same for everybody, always."""
    parts = [need_text(answer, need, lang) for need in answer.needs]
    if any(suggestion.hops > 1 for suggestion in answer.suggestions):
        parts.append(wording.HOW_TO_READ.in_(lang))
    if answer.request.on is None and any(_dated(suggestion) for suggestion in answer.suggestions):
        parts.append(wording.NOT_DATED.in_(lang))
    if answer.request.consent == ():
        parts.append(wording.GOES_HERSELF.in_(lang))
    if answer.request.urgency == "tonight":
        parts.insert(0, night_text(answer, lang))
    parts.append(wording.COORDINATOR.in_(lang))
    return " ".join(parts)


def _dated(suggestion: Suggestion) -> bool:
    """Whether something is known of it that only a date can judge."""
    known = suggestion.standing
    return bool(suggestion.service.intake or known.said) or known.places is not None or bool(known.checked_on)


def night_text(answer: SuggestionAnswer, lang: Lang) -> str:
    """Return who is reachable tonight, as the coordinator wrote it; or that nobody is on record."""
    functions = []
    for one in answer.night_list:
        details = ", ".join(part for part in (one.phone, one.hours) if part)
        functions.append(f"{one.label} ({details})" if details else one.label)
    if not functions:
        return wording.NO_NIGHT_LIST.in_(lang)
    return wording.NIGHT_LIST.in_(lang).format(list=_list(functions, _JOINT[lang]))


def evidence_text(step: PathStep, lang: Lang) -> str:
    """Return what is known of the tie that leads to this actor: kind, dates, and that it is to be checked."""
    if step.tie is None:
        return ""
    if step.tie.status == "projet_termine":
        words = wording.TIE_FORWARD_ENDED if step.forward else wording.TIE_BACKWARD_ENDED
    else:
        words = wording.TIE_FORWARD if step.forward else wording.TIE_BACKWARD
    details = (
        wording.NO_DIRECTION.in_(lang) if step.tie.kind == "refers_to" and not step.tie.directed else "",
        wording.ENDED.in_(lang) if step.tie.status == "projet_termine" else "",
        period_text(step.tie.period, lang),
    )
    said = _list(detail for detail in details if detail)
    verb = words[step.tie.kind].in_(lang)
    return (
        f"{verb} ({said}), {wording.TO_CHECK.in_(lang)}" if said else f"{verb}, {wording.TO_CHECK.in_(lang)}"
    )


def _of(forms: tuple[Bilingual, Bilingual], count: int) -> Bilingual:
    return forms[0] if count == 1 else forms[1]


def _list(texts: Iterable[str], joint: str = ", ") -> str:
    return joint.join(texts)
