"""The languages one may ask to be received in, as the page offers them; a question takes any ISO 639 code.

The first are those most spoken in Mali, then those of people on the move through it. Codes: ISO 639-1 where
there is one, else 639-3. Names: français usuel, plain English.
"""

from collections.abc import Mapping

from sociogram.language import Bilingual

SPOKEN: Mapping[str, Bilingual] = {
    "bm": Bilingual("bambara", "Bambara"),
    "fr": Bilingual("français", "French"),
    "ff": Bilingual("peul (fulfulde)", "Fulfulde"),
    "ses": Bilingual("songhay", "Songhay"),
    "taq": Bilingual("tamasheq", "Tamasheq"),
    "snk": Bilingual("soninké", "Soninke"),
    "ar": Bilingual("arabe", "Arabic"),
    "mey": Bilingual("hassanya", "Hassaniya"),
    "dyu": Bilingual("dioula", "Dyula"),
    "mnk": Bilingual("mandinka", "Mandinka"),
    "wo": Bilingual("wolof", "Wolof"),
    "ha": Bilingual("haoussa", "Hausa"),
    "en": Bilingual("anglais", "English"),
    "pt": Bilingual("portugais", "Portuguese"),
    "ln": Bilingual("lingala", "Lingala"),
    "es": Bilingual("espagnol", "Spanish"),
}
