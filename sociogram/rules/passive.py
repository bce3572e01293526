"""The passive sentence of an arrow, read from its head (method: "B est activé(e) par A")."""

from colour_codes.charter import load_charter
from sociogram.language import Lang
from sociogram.situation.links import ActivationStatus


def passive_sentence(
    activated_label: str, activator_label: str, lang: Lang, status: ActivationStatus = "active"
) -> str:
    """Return "Adolescente A est activé(e) par volontaire.": no gender and no article is guessed.

    The wording is the charter's. Labels stand as they are, with a capital at the head of the sentence.
    """
    # A label such as "Homme A, de retour" is closed by a second comma before the verb.
    head = f"{activated_label}," if "," in activated_label else activated_label
    sentence = load_charter().sentence(lang, activated=head, activator=activator_label, status=status)
    stop = "" if sentence.endswith((".", "!", "?", "…")) else "."
    return f"{sentence[:1].upper()}{sentence[1:]}{stop}"
