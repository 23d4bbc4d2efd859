-- Those who enrolled. Name and key go when a person is erased; the number stays.
create table person (
    number    bigint primary key,
    name      text unique,
    key       bytea,
    erased_at timestamptz,
    check ((name is null) = (key is null) and (name is null) = (erased_at is not null))
);

-- What is recorded together: one transaction, one link of the chain.
create table batch (
    number      bigint primary key,
    recorded_at timestamptz not null,
    first_seq   bigint not null,
    entries     integer not null,
    hash        bytea not null
);

-- Every fact, in the order in which it was recorded. Kinds: 0 an event, 1 taken back by its source,
-- 2 taken back for an upheld dispute, 3 enrolled, 4 source allowed, 5 source withdrawn,
-- 6 service allowed, 7 service withdrawn, 8 erased. happened_at is in microseconds since 1970.
create table entry (
    seq          bigint primary key,
    batch        bigint not null,
    kind         smallint not null,
    person       bigint,
    counterparty bigint,
    source       text,
    id           text,
    signal       text,
    value_micro  bigint,
    happened_at  bigint,
    reference    text,
    name_hash    bigint,
    digest       bytea not null
);
create index entry_person on entry (person);
create index entry_counterparty on entry (counterparty) where counterparty is not null;
create index entry_name on entry (name_hash) where name_hash is not null;

-- Nothing is changed or removed but the content of what is erased.
create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create function only_blanked() returns trigger language plpgsql as $$
begin
    if new.seq is distinct from old.seq or new.batch is distinct from old.batch
        or new.kind is distinct from old.kind or new.digest is distinct from old.digest
        or new.person is distinct from old.person
        or new.counterparty is distinct from old.counterparty
        or new.source is not null or new.id is not null or new.signal is not null
        or new.value_micro is not null or new.happened_at is not null
        or new.reference is not null or new.name_hash is not null
    then
        raise exception 'the ledger is append-only: content may be blanked, not changed';
    end if;
    return new;
end $$;
create trigger entry_kept before delete on entry for each row execute function append_only();
create trigger entry_all_kept before truncate on entry execute function append_only();
create trigger entry_blanked before update on entry for each row execute function only_blanked();
create trigger batch_kept before update or delete on batch
    for each row execute function append_only();
create trigger batch_all_kept before truncate on batch execute function append_only();
