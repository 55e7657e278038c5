-- What whoever entered it calls an entry, for themselves alone.
ALTER TABLE entry ADD COLUMN name TEXT;

-- Steps tell of several entries at once.
UPDATE step
SET change = json_object('Entries', json_object(
    'list', change ->> '$.Entry.list',
    'changes', json_array(json(CASE
        WHEN change ->> '$.Entry.fields' IS NULL
        THEN json_object('Remove', json_object('entry', change ->> '$.Entry.entry'))
        ELSE json_object('Put', json_object('entry', json_object(
            'id', change ->> '$.Entry.entry',
            'fields', change ->> '$.Entry.fields')))
    END))))
WHERE change -> '$.Entry' IS NOT NULL;
