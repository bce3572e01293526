"""The words of the sheet of several situations merged, in both languages."""

from sociogram.language import Bilingual

TITLE = Bilingual(fr="Plusieurs familles, des services en commun", en="Several families, services in common")
DESC = Bilingual(
    fr="Méga-sociogénogramme : {count} familles et les services qu’elles rencontrent ensemble.",
    en="Mega-sociogenogram: {count} families and the services they have in common.",
)
COUNT = Bilingual(fr="Familles réunies : {count}", en="Families merged: {count}")
FEWER = Bilingual(fr="moins de {count}", en="fewer than {count}")
FEWER_FAMILIES = Bilingual(
    fr="Réunir moins de situations, ou filtrer", en="Merge fewer situations, or filter"
)
YEAR = Bilingual(fr="Période : {year}.", en="Period: {year}.")
YEARS = Bilingual(fr="Période : {first} à {last}.", en="Period: {first} to {last}.")
FAMILY = Bilingual(fr="Famille {letter}", en="Family {letter}")
OTHER_SERVICES = Bilingual(fr="Autres services", en="Other services")
SECTOR_SERVICES = Bilingual(fr="plusieurs services réunis", en="several services together")
ARROW = Bilingual(fr="{start} : activation par {end}", en="{start}: activated by {end}")
MERGED = Bilingual(
    fr="Un service est nommé s’il est public et si plusieurs familles le rencontrent ; "
    "sinon il est réuni à d’autres.",
    en="A service is named if it is public and several families meet it; else it stands among others.",
)
NOBODY = Bilingual(
    fr="Ni noms, ni lieux, ni jours : les lettres suivent le dessin et ne désignent personne.",
    en="No names, places or days: the letters follow the drawing and point to nobody.",
)
