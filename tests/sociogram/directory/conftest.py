"""A small invented folder that every test may bend."""

from collections.abc import Callable

import pytest

FOLDER = {
    "vocab.csv": """kind,code,label_fr,label_en,note
service_category,ecoute,Écoute,Listening,prestation à une personne
service_category,sante,Santé,Health,prestation à une personne
service_category,plaidoyer,Plaidoyer,Advocacy,"service entre organisations, sans orientation de personne"
target_group,mineurs,Mineurs,Minors,
target_group,femmes,Femmes,Women,
typology,autre,Autres,Other,
typology_basis,seed,Classée,Classified,
legal_status,formelle,Formelle,Formal,
relation_strength,explicite,Dit,Said,
""",
    "places.csv": """id,label_fr,label_en,kind,parent
mali,Mali,Mali,country,
bamako,Bamako,Bamako,district,mali
kayes,Kayes,Kayes,region,mali
bafoulabe,Bafoulabé,Bafoulabé,cercle,kayes
""",
    "organisations.csv": """id,name,acronym,aliases,typology,typology_basis,legal_status,legal_detail,\
perimeter,places,address,phone,email,website,contact_note,sensitivity,source_file,source_line,other_sources,notes
alpha,Maison Alpha,MA,La Maison;Alpha Bamako,autre,seed,formelle,,,Bamako,rue 1,+223 20000,,,,public,f.txt,1,,
beta,Centre Bêta,,,autre,,,,,Mali;Lieu-dit,rue 2,,,,,prudence,f.txt,2,,
gamma,Ombre Douce,ODX,Petite Ombre,,,,,,,,,,,,restreint,,,,organisation inventée
""",
    "services.csv": """id,organisation_id,category,description,target_groups,places,conditions,period,status,\
sensitivity,source_file,source_line
s1,alpha,ecoute,Entretiens sur rendez-vous,mineurs;femmes,Bamako,gratuit,,non_date,public,f.txt,3
s2,beta,sante,Soins de nuit,femmes,Mali,,2020/,projet_termine,prudence,f.txt,4
s3,gamma,ecoute,Abri,,Bamako,,,non_date,restreint,,
s4,alpha,plaidoyer,Lettres,,Kayes,,,non_date,public,f.txt,5
""",
    "relations.csv": """id,from,to,kind,directed,evidence_quote,strength,status,period,source_file,\
source_line,notes
r1,alpha,beta,refers_to,oui,envoie vers le centre,explicite,non_date,,f.txt,6,
r2,beta,gamma,works_with,non,,,non_date,,,,lien inventé
r3,alpha,beta,works_with,non,,,projet_termine,2020/2021,f.txt,7,
""",
}

Edit = Callable[..., dict[str, bytes]]


@pytest.fixture
def folder() -> Edit:
    """`folder((file, old, new), ...)`: the invented folder with some text replaced, as bytes by file name."""

    def edited(*edits: tuple[str, str, str]) -> dict[str, bytes]:
        texts = dict(FOLDER)
        for file, old, new in edits:
            assert old in texts[file], f"{old!r} is not in {file}"
            texts[file] = texts[file].replace(old, new)
        return {name: text.encode("utf-8") for name, text in texts.items()}

    return edited
