"""Forgetting a referral that was made by mistake, or that the person takes back."""

from api.use_cases.referral_desk import Desk
from sociogram.errors import bad_input
from sociogram.loop.arrows import BEFORE_ALL


def forget_referral(referral_id: str, desk: Desk) -> None:
    """Erase its events from the store. NotFound when it is not theirs; BadInput when a sheet says it."""
    referral = desk.book().referral(referral_id)
    noted = [one.event.id for one in referral.history if one.version != BEFORE_ALL]
    if len(noted) < len(referral.history):
        raise bad_input(
            "on_a_sheet",
            fr="une flèche d'une feuille dit cette orientation.",
            en="an arrow of a sheet says this referral.",
            remedy_fr="Enlever d'abord la marque de la flèche, sur sa feuille.",
            remedy_en="Take the mark off the arrow first, on its sheet.",
            field="id",
        )
    desk.store.forget_events(desk.viewer, noted)
