"""Steps from one version of the schema to the next, one file each: `m0002_<what>.py` with VERSION and
`forward`.

Version 1 is schema.sql itself. A new store is made by schema.sql, which always describes the newest version.
"""

from collections.abc import Callable, Mapping

import apsw

Step = Callable[[apsw.Connection], None]

STEPS: Mapping[int, Step] = {}
"""By the version each step reaches."""
