-- Where somebody is told what is new as it happens: a person their notices, a relying party its
-- corrections. `told` is the last number that they confirmed. The secret signs what is sent; it is
-- kept as it is, for signing needs it.
create table webhook (
    number       bigint generated always as identity primary key,
    person       bigint unique,
    organisation text unique,
    url          text not null,
    secret       bytea not null,
    told         bigint not null,
    failures     integer not null default 0,
    next_at      timestamptz not null,
    check ((person is null) <> (organisation is null))
);
