import pytest

from sociogram.language import Bilingual
from sociogram.rules.passive import passive_sentence
from sociogram.rules.voice import active_captions, is_active
from sociogram.situation.links import Activation
from sociogram.situation.situation import Situation


@pytest.mark.parametrize(
    ("activated", "activator", "fr", "en"),
    [
        ("Femme A", "agent", "Femme A est activé(e) par agent.", "Femme A is activated by agent."),
        ("agent", "Femme A", "Agent est activé(e) par Femme A.", "Agent is activated by Femme A."),
        ("éducatrice", "B.", "Éducatrice est activé(e) par B.", "Éducatrice is activated by B."),
        ("A, de retour", "B", "A, de retour, est activé(e) par B.", "A, de retour, is activated by B."),
        ("{0}", "%s {x}", "{0} est activé(e) par %s {x}.", "{0} is activated by %s {x}."),
    ],
)
def test_the_head_is_read_first_and_nothing_is_guessed(
    activated: str, activator: str, fr: str, en: str
) -> None:
    assert passive_sentence(activated, activator, "fr") == fr
    assert passive_sentence(activated, activator, "en") == en


def test_ended_and_wished_arrows_are_told_in_their_tense() -> None:
    assert passive_sentence("A", "B", "fr", "ended") == "A a été activé(e) par B."
    assert passive_sentence("A", "B", "en", "wished") == "A would be activated by B."


@pytest.mark.parametrize(
    ("caption", "active"),
    [
        ("demande un toit pour deux", True),
        ("Propose un retour", True),
        ("lui parle du service", True),
        ("l'accompagne", True),
        ("sensibilise le quartier", True),
        ("« ne demande rien »", True),
        ("lettre reçue", False),
        ("asks for shelter", True),
        ("demandé par la tante", False),
        ("est accueilli par le centre", False),
        ("kit reçu, vingt mois après", False),
        ("", False),
        ("…", False),
    ],
)
def test_active_voice(caption: str, active: bool) -> None:
    assert is_active(caption) is active


def test_one_question_for_all_captions() -> None:
    texts = {
        "t1": Bilingual("demande un toit"),
        "t2": Bilingual("groupe de parole"),
        "t3": Bilingual("", "asks"),
    }
    arrows = {f"a{n}": Activation(f"a{n}", "p", "q", n, label=f"t{n}") for n in (1, 2, 3)}
    (found,) = active_captions(Situation("s", activations=arrows, texts=texts))
    assert (found.code, found.elements) == ("W07", ("a1", "a3"))
    assert list(active_captions(Situation("s"))) == []
