"""The vectors the page's geometry is held to are those the sheets' geometry gives today."""

from tools.geometry_vectors import FOLDER, vectors


def test_the_kept_vectors_are_what_is_made_today():
    made = dict(vectors())
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "run: python -m tools.geometry_vectors"
