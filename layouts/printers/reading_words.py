"""The words a sheet is told with where it is not seen."""

from sociogram.language import Bilingual

WHO = Bilingual(fr="Qui, et où", en="Who, and where")
ELSEWHERE = Bilingual(fr="Hors de tout lieu", en="Outside any place")
LINKS = Bilingual(fr="Liens", en="Links")
ARROWS = Bilingual(fr="Flèches, dans l’ordre du récit", en="Arrows, in the order of the story")
OTHER = Bilingual(fr="Traits et autres éléments", en="Lines and other elements")
LINK = Bilingual(fr="{a} et {b} : un lien.", en="{a} and {b}: a link.")
FORMER_HOME = Bilingual(fr="{a} a vécu là : {b}.", en="{a} once lived here: {b}.")
OTHER_HOME = Bilingual(fr="{a} vit là aussi : {b}.", en="{a} lives here too: {b}.")
ENDED_COUPLE = Bilingual(fr="{a} et {b} : un couple séparé.", en="{a} and {b}: a separated couple.")
LINK_KINDS = {
    "couple": Bilingual(fr="{a} et {b} : un couple.", en="{a} and {b}: a couple."),
    "filiation": Bilingual(fr="{a} : parent de {b}.", en="{a}: parent of {b}."),
    "foster": Bilingual(fr="{a} : accueille {b}.", en="{a}: fosters {b}."),
    "siblings": Bilingual(fr="{a} et {b} : même fratrie.", en="{a} and {b}: siblings."),
    "other": Bilingual(fr="{a} et {b} : autre lien.", en="{a} and {b}: another link."),
    "same_person": Bilingual(fr="{a} et {b} : la même personne.", en="{a} and {b}: the same person."),
}
