"""Steps from one version of the schema to the next, one file each: `m0002_<what>.py` with VERSION and
`forward`.

Version 1 is schema.sql itself. A new store is made by schema.sql, which always describes the newest version.
"""

from collections.abc import Callable, Mapping

import apsw

from sociogram.stores.migrations import m0002_layers, m0003_events

Step = Callable[[apsw.Connection], None]

STEPS: Mapping[int, Step] = {
    m0002_layers.VERSION: m0002_layers.forward,
    m0003_events.VERSION: m0003_events.forward,
}
"""By the version each step reaches."""
