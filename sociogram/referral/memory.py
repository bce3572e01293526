"""How much memory a network takes, told before it is built.

Measured on rows like those of the packaged directory (Python 3.11, tracemalloc): an organisation 1.3 to
1.6 kB, a service 1.1 to 1.3 kB, a tie 1.5 kB while the arrays are built.
"""

from typing import Protocol

DEFAULT_MB = 1024
"""What a network may take unless set otherwise: some 600,000 ties."""

_ORGANISATION, _SERVICE, _TIE = 1_600, 1_300, 1_600


class Size(Protocol):
    """Anything that counts rows."""

    @property
    def organisations(self) -> int:
        """How many organisations."""
        ...

    @property
    def services(self) -> int:
        """How many services."""
        ...

    @property
    def ties(self) -> int:
        """How many ties."""
        ...


def estimated_bytes(size: Size) -> int:
    """Return the bytes that the rows and arrays of a network take at most while they are built."""
    return size.organisations * _ORGANISATION + size.services * _SERVICE + size.ties * _TIE
