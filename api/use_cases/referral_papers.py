"""The two papers of a referral as PDF."""

from typing import Literal

from layouts.frame.words import TRIAL
from layouts.referral_forms import write_paper
from sociogram.directory.directory import Directory
from sociogram.language import Lang
from sociogram.loop.forms.iasc import form_of
from sociogram.loop.forms.slip import slip_of
from sociogram.loop.referral import Referral

PaperKind = Literal["slip", "form"]


def paper_pdf(kind: PaperKind, referral: Referral, directory: Directory, lang: Lang) -> bytes:
    """Return the tear-off slip, or the inter-agency form. NotAllowed where consent forbids it."""
    footer = (f"{TRIAL.in_(lang)}.",)
    made = slip_of if kind == "slip" else form_of
    return write_paper(made(referral, directory, lang, footer))
