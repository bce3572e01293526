"""The cells of a row, checked one by one against what its column may hold."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from sociogram.directory.columns import MAX_ID
from sociogram.directory.faults import Faults
from sociogram.directory.rows import Sensitivity, ServiceStatus, TieKind
from sociogram.directory.table import Row

Yes = Literal["oui", "non"]

_ID = re.compile(r"[\w.:-]+")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row and where its faults go."""

    row: Row
    faults: Faults
    codes: Mapping[str, Collection[str]]

    def text(self, column: str) -> str:
        """The cell as written, without blanks at its ends."""
        return self.row.cells.get(column, "").strip()  # a column that may be absent is then empty

    def needed(self, column: str) -> str:
        """A cell that must not be empty."""
        text = self.text(column)
        if not text:
            self.fault("empty_cell", column)
        return text

    def identifier(self, column: str = "id") -> str:
        """An id: letters, digits and `. : _ -`, as in situations, so that the ones may name the others."""
        text = self.row.cells[column]
        if not text.strip():
            self.fault("empty_cell", column)
        elif len(text) > MAX_ID or not _ID.fullmatch(text):
            self.fault("bad_id", column)
        return text

    def values(self, column: str) -> tuple[str, ...]:
        """A list: values between semicolons, each once."""
        text = self.text(column)
        if not text:
            return ()
        parts = tuple(part.strip() for part in text.split(";"))
        if not all(parts) or len(set(parts)) != len(parts):
            self.fault("repeated_value", column)
        return parts

    def code(self, column: str, kind: str, *, needed: bool = True) -> str:
        """A code of the vocabulary of this kind."""
        text = self.text(column)
        if text or needed:
            self._known(column, kind, text)
        return text

    def listed_codes(self, column: str, kind: str) -> tuple[str, ...]:
        """A list of codes."""
        parts = self.values(column)
        for part in parts:
            if part:
                self._known(column, kind, part)
        return parts

    def sensitivity(self) -> Sensitivity:
        """public, prudence or restreint."""
        return cast(Sensitivity, self.code("sensitivity", "sensitivity"))

    def status(self) -> ServiceStatus:
        """How far the row's service or tie still stands."""
        return cast(ServiceStatus, self.code("status", "service_status"))

    def tie_kind(self) -> TieKind:
        """The kind of a tie."""
        return cast(TieKind, self.code("kind", "relation_kind"))

    def yes(self, column: str) -> bool:
        """`oui` or `non`."""
        text = self.text(column)
        if text not in ("oui", "non"):
            self.fault("unknown_code", column, choices="oui, non")
        return text == "oui"

    def fault(self, code: str, column: str, **values: object) -> None:
        """Note a fault in a column of this row."""
        self.faults.add(code, self.row.file, line=self.row.line, field=column, **values)

    def _known(self, column: str, kind: str, code: str) -> None:
        choices = self.codes.get(kind)
        if choices is not None and code not in choices:  # None: the vocabulary itself could not be read
            self.fault("unknown_code", column, choices=", ".join(choices) or "—")
