"""What the card with four words says to whoever carries it."""

from sociogram.language import Bilingual

TITLE = Bilingual("Cartes à quatre mots", "Cards with four words")
HEADING = Bilingual("Cette carte est à vous.", "This card is yours.")
LINES = (
    Bilingual(
        "Vous la portez, vous la montrez ou non, vous la jetez quand vous voulez. Aucun nom n'y est écrit, "
        "et ses mots ne sont gardés nulle part.",
        "You carry it, you show it or not, you throw it away when you like. No name is on it, and its words "
        "are kept nowhere.",
    ),
    Bilingual(
        "Deux services vous suivent ? Si vous le voulez, dites-leur ces quatre mots : ils sauront qu'ils "
        "parlent de la même personne, sans votre nom.",
        "Do two services follow you? If you like, tell them these four words: they will know that they speak "
        "of the same person, without your name.",
    ),
)
CARDS_ON_A_PAGE = 8
