-- Accounts as they were in memory after an entry of the ledger, so that a start need not fold all of
-- it. Nothing here is evidence: whatever is missing or was written for other slots is folded anew.
create table account (
    person   bigint primary key,
    through  bigint not null,
    bytes    bytea not null,
    sources  text[] not null,
    services text[] not null
);

-- What the slots of the saved accounts mean, and up to which entry everything is saved.
create table saved (
    only_row boolean primary key default true check (only_row),
    layout   bytea not null,
    through  bigint not null
);
