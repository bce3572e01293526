"""The compiled loops of a search. None calls one of another file: see compiled.py."""
