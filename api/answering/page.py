"""The page of a link: plain HTML and forms, no script, so that any telephone's browser can answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from api.answering import words
from layouts.frame.words import TRIAL
from layouts.text.wrapping import tied
from sociogram.date_words import date_words
from sociogram.dates import PartialDate
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang
from sociogram.loop.answer_link import answers_now
from sociogram.loop.forms.labels import REASONS, STATES
from sociogram.loop.forms.names import circulating_end, reference
from sociogram.loop.referral import Referral

STYLE = "page.css"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said above the answers: of an answer just given, or of one that was not taken.

    `about_reason`: the list of reasons is what must be looked at.
    """

    says: Bilingual
    why: Bilingual | None = None
    refused: bool = False
    about_reason: bool = False


def answer_page(referral: Referral, directory: Directory, lang: Lang, notice: Notice | None = None) -> str:
    """Return the page on which a referral is answered, as it stands."""
    asked = answers_now(referral)
    stands = words.STANDS.in_(lang).format(state=STATES[referral.state].in_(lang))
    parts = [
        f"<h1>{_text(words.TITLE, lang)}</h1>",
        f"<p>{_text(words.REFERENCE, lang)} <span class=reference>{reference(referral.id)}</span></p>",
        f"<p>{_sent(referral, lang)}{_sender(referral, directory, lang)}<br>{escape(tied(stands))}</p>",
        _notice(notice, lang) if notice else "",
        f"<h2>{_text(words.ASKED, lang)}</h2>" if asked else f"<p>{_text(words.OVER, lang)}</p>",
        *(_form(kind, lang, wrong=bool(notice and notice.about_reason)) for kind in asked),
        f"<p class=quiet>{_text(words.DISCREET, lang)}</p>",
    ]
    return _document(parts, notice.says if notice else words.TITLE, lang)


def notice_page(notice: Notice, lang: Lang) -> str:
    """Return a page that only says something: what is absent, or could not be done."""
    why = f"<p>{_text(notice.why, lang)}</p>" if notice.why else ""
    return _document([f"<h1>{_text(notice.says, lang)}</h1>", why], notice.says, lang)


def _document(parts: Iterable[str], title: Bilingual, lang: Lang) -> str:
    other: Lang = "en" if lang == "fr" else "fr"
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f"<title>{_text(title, lang)}</title>",
            f'<link rel="stylesheet" href="{STYLE}">',
            f'<header><span>{_text(TRIAL, lang)}</span><a href="?lang={other}" lang="{other}">'
            f"{_text(words.OTHER_LANGUAGE, lang)}</a></header>",
            "<main>",
            *(part for part in parts if part),
            "</main>\n</html>\n",
        )
    )


def _notice(notice: Notice, lang: Lang) -> str:
    look, role = ("refused", "alert") if notice.refused else ("said", "status")
    why = f"<br>{_text(notice.why, lang)}" if notice.why else ""
    return f'<p id="notice" class="{look}" role="{role}"><strong>{_text(notice.says, lang)}</strong>{why}</p>'


def _sent(referral: Referral, lang: Lang) -> str:
    on = referral.sent_on or referral.made_on
    day = date_words(PartialDate(on.year, on.month, on.day), lang)
    return escape(tied(words.SENT.in_(lang).format(day=day)))


def _sender(referral: Referral, directory: Directory, lang: Lang) -> str:
    """Return who refers, as the name may circulate: as on the paper that the person carries."""
    name = circulating_end(referral.sender, directory, lang).name
    return f"<br>{_text(words.SENDER, lang).format(sender=f'<bdi>{escape(name)}</bdi>')}" if name else ""


def _form(kind: str, lang: Lang, *, wrong: bool) -> str:
    # The address of the page is where it goes: the form needs no other.
    opening = f'<form method="post" class="{kind}"><input type="hidden" name="kind" value="{kind}">'
    button = f"<button>{_text(words.BUTTONS[kind], lang)}</button>"
    return f"{opening}{_why(lang, wrong=wrong) if kind == 'declined' else ''}{button}</form>"


def _why(lang: Lang, *, wrong: bool) -> str:
    fault = ' aria-invalid="true" aria-describedby="notice"' if wrong else ""
    chosen = f'<option value="">{_text(words.CHOOSE, lang)}</option>'
    options = (f'<option value="{code}">{_text(label, lang)}</option>' for code, label in REASONS.items())
    return (
        f'<label for="reason">{_text(words.WHY, lang)}</label>'
        f'<select id="reason" name="reason" required{fault}>{chosen}{"".join(options)}</select>'
    )


def _text(said: Bilingual, lang: Lang) -> str:
    return escape(tied(said.in_(lang)))
