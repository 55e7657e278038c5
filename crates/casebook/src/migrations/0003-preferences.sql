-- Of supports that exclude each other, the one the reader takes: for one entry, or (no entry) for the enterprise.
CREATE TABLE preference (
    profile  INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
    policy   TEXT NOT NULL,
    entry    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (profile, policy, entry)
) STRICT, WITHOUT ROWID;
