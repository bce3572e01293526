-- The store of one network, version 3 (user_version). The whole file is encrypted.
-- A situation belongs to its owner: two owners may hold the same id without learning of each other.
CREATE TABLE situation (
    key INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused, so that a cache cannot take one for another
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    keep TEXT NOT NULL,                     -- forever, tonight, or the date asked for
    last_day TEXT,                          -- ISO date, when the keeping ends
    version INTEGER NOT NULL,
    rewritten INTEGER NOT NULL,             -- version of the last withdrawal, 0 if none
    UNIQUE (owner, id)
) STRICT;

-- One change each, as JSON; never free text. Versions may have gaps where gestures were withdrawn.
CREATE TABLE gesture (
    situation INTEGER NOT NULL REFERENCES situation (key) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (situation, version),
    UNIQUE (situation, id)
) STRICT, WITHOUT ROWID;

-- Labels and notes, apart from the log so that erasing one leaves the log valid.
CREATE TABLE text (
    situation INTEGER NOT NULL REFERENCES situation (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    fr TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (situation, id)
) STRICT, WITHOUT ROWID;

-- Ids of withdrawn gestures, and nothing else of them: a late copy does not bring them back. So is what a
-- situation remembers of the call that made it (stores/calls.py).
CREATE TABLE forgotten (
    situation INTEGER NOT NULL REFERENCES situation (key) ON DELETE CASCADE,
    gesture TEXT NOT NULL,
    PRIMARY KEY (situation, gesture)
) STRICT, WITHOUT ROWID;

-- Referrals: one log of events for each owner. rewritten: version of the last forgetting, 0 if none.
CREATE TABLE event_log (
    owner TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    rewritten INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    owner TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    noted_on TEXT NOT NULL,                 -- the day on which the store took it
    body TEXT NOT NULL,                     -- the event as JSON
    PRIMARY KEY (owner, version),
    UNIQUE (owner, id)
) STRICT, WITHOUT ROWID;

-- Ids of forgotten events, and nothing else of them.
CREATE TABLE forgotten_event (
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (owner, id)
) STRICT, WITHOUT ROWID;

-- The directory: the fact that holds today for each (kind, id, owner). Two tables, so that reading the open rows
-- touches no page on which a restricted row stands.
CREATE TABLE open_row (
    key INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of arrival
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    value TEXT NOT NULL,                    -- the row as JSON
    UNIQUE (kind, id, owner)
) STRICT;
CREATE TABLE closed_row (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (kind, id, owner)
) STRICT;
CREATE INDEX open_row_by_owner ON open_row (owner, key);
CREATE INDEX closed_row_by_owner ON closed_row (owner, key);

-- Every fact ever brought: value (NULL: taken away), by whom, on which day when it was told.
CREATE TABLE fact (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    closed INTEGER NOT NULL,
    value TEXT,
    noted_by TEXT NOT NULL,
    noted_on TEXT
) STRICT;

-- Restricted rows opened to one viewer each. A grant may come before the row it opens.
CREATE TABLE access_grant (
    viewer TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'service', 'relation')),
    id TEXT NOT NULL,
    PRIMARY KEY (viewer, kind, id)
) STRICT, WITHOUT ROWID;

-- open_revision and closed_revision: count the changes of open and of closed rows, apart: a change of hidden rows
-- makes nobody else read anything anew. scrub_due: 1 while erased bytes may remain.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('open_revision', 0), ('closed_revision', 0), ('scrub_due', 0);
