-- What people object to: an event (source and id), a decision or a list. Words go when the person
-- is erased.
create table dispute (
    number     bigint generated always as identity primary key,
    person     bigint not null,
    source     text,
    id         text,
    decision   bigint,
    list       text,
    words      text,
    opened_at  timestamptz not null,
    due_at     timestamptz not null,
    settled_at timestamptz,
    upheld     boolean,
    settled_by text,
    reply      text
);
create index dispute_person on dispute (person);
create index dispute_open on dispute (due_at) where settled_at is null;

-- What a relying party is told about a decision that it took on what turned out not to count.
create table correction (
    number       bigint generated always as identity primary key,
    at           timestamptz not null,
    organisation text not null,
    decision     bigint not null,
    dispute      bigint not null,
    answer       text not null,
    unique (decision, dispute)
);
create index correction_organisation on correction (organisation, number);

create table notice (
    number bigint generated always as identity primary key,
    person bigint not null,
    at     timestamptz not null,
    text   text not null
);
create index notice_person on notice (person);
