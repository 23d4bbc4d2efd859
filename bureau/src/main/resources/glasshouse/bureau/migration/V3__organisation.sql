-- Those who report (in declared contexts) and ask (for declared purposes). Of a key only its hash
-- is kept.
create table organisation (
    name          text primary key,
    contexts      text[] not null,
    purposes      text[] not null,
    key_hash      bytea unique,
    registered_at timestamptz not null
);
