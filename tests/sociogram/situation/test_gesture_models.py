from sociogram.situation.schema import gesture_schema
from tools.generate_gesture_models import sources


def test_the_models_are_those_of_the_schema() -> None:
    for path, source in sources().items():
        assert path.read_text(encoding="utf-8") == source, "run: python -m tools.generate_gesture_models"


def test_every_kind_is_listed_once_and_discriminated() -> None:
    schema = gesture_schema()
    listed = [one["$ref"] for one in schema["oneOf"]]
    assert listed == list(schema["discriminator"]["mapping"].values())
    for kind, ref in schema["discriminator"]["mapping"].items():
        assert schema["$defs"][ref.rsplit("/", 1)[1]]["properties"]["kind"]["const"] == kind


def test_no_gesture_holds_free_text() -> None:
    """Every string of an argument is an id, a code or a date: it has a pattern or an enumeration."""
    for name, shape in gesture_schema()["$defs"].items():
        for field in [shape, *shape.get("properties", {}).values()]:
            if field.get("type") == "string":
                assert "pattern" in field or "enum" in field or "const" in field, name
