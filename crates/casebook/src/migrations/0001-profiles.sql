-- Saves are counted over the whole book, so that their order never depends on a clock.
CREATE TABLE counter (
    only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
    last_seq  INTEGER NOT NULL
) STRICT;
INSERT INTO counter VALUES (1, 0);

-- A number is never used again, so that nothing erased comes back under another name.
CREATE TABLE profile (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kind          TEXT NOT NULL,
    created       TEXT NOT NULL,
    -- The last save, none where nothing was saved yet.
    last_seq      INTEGER,
    last_changed  TEXT,
    -- The question at which the founder stopped.
    place         TEXT
) STRICT;
CREATE UNIQUE INDEX one_own_profile ON profile (kind) WHERE kind = 'own';

CREATE TABLE answer (
    profile   INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    fact      TEXT NOT NULL,
    value     TEXT NOT NULL CHECK (json_valid(value)),
    seq       INTEGER NOT NULL,
    saved_at  TEXT NOT NULL,
    PRIMARY KEY (profile, fact)
) STRICT, WITHOUT ROWID;

-- A list that is given; it may be empty.
CREATE TABLE list (
    profile   INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    list      TEXT NOT NULL,
    more      INTEGER NOT NULL CHECK (more IN (0, 1)),
    seq       INTEGER NOT NULL,
    saved_at  TEXT NOT NULL,
    PRIMARY KEY (profile, list)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    profile   INTEGER NOT NULL,
    list      TEXT NOT NULL,
    entry     TEXT NOT NULL,
    position  INTEGER NOT NULL,
    fields    TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (profile, list, entry),
    UNIQUE (profile, list, position),
    FOREIGN KEY (profile, list) REFERENCES list ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The way back and forth. A step holds the change that leads across it: back while it is done, forth while it is undone. The steps undone are the last ones.
CREATE TABLE step (
    profile   INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    seq       INTEGER NOT NULL,
    undone    INTEGER NOT NULL CHECK (undone IN (0, 1)),
    change    TEXT NOT NULL CHECK (json_valid(change)),
    saved_at  TEXT NOT NULL,
    PRIMARY KEY (profile, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE tick (
    profile  INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    policy   TEXT NOT NULL,
    paper    TEXT NOT NULL,
    PRIMARY KEY (profile, policy, paper)
) STRICT, WITHOUT ROWID;

CREATE TABLE chosen (
    profile  INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    policy   TEXT NOT NULL,
    PRIMARY KEY (profile, policy)
) STRICT, WITHOUT ROWID;
