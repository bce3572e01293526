"""Strings of the DOT language, written so that what is drawn is what was said, letter for letter.

Source: https://graphviz.org/doc/info/lang.html and https://graphviz.org/docs/attr-types/escString/
"""

from layouts.editable.words import legal


def plain_text(text: str) -> str:
    r"""Return `text` as a quoted label in which nothing has a meaning of its own.

    A backslash would begin an escape (`\N` is the name of the node, `\G` of the graph), an ampersand an
    entity (`&eacute;`), a quotation mark would end the string. A label between angle brackets is one of HTML
    only where it is not quoted: quoted it is text. Line breaks are written `\n`.
    """
    text = legal(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    # A line without a letter stops one build of Graphviz (16.1, WebAssembly): it is given a blank.
    lines = text.split("\n")
    return '"' + ("\\n".join(line or " " for line in lines) if len(lines) > 1 else text) + '"'


def attributes(**values: str) -> str:
    """Return `[name=value, ...]`, empty ones left out. Values are written as they come: quote texts first."""
    listed = ", ".join(f"{name}={value}" for name, value in values.items() if value)
    return f" [{listed}]" if listed else ""
