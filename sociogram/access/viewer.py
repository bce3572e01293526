"""Who looks. Every read takes a Viewer; code that reads without one does not type-check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person or a programme that looks. `organisations` are directory ids they belong to."""

    id: str
    organisations: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


LOCAL_OWNER = Viewer(id="local", roles=frozenset({"owner"}))

# Somebody of whom nothing is known: sees what is public, owns nothing.
ANYBODY = Viewer(id="")
