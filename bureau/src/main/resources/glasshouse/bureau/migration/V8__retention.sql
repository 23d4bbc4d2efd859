-- Each entry's digest is taken with a salt of its own, which goes with the content: without it nobody
-- can try contents against the digest. blanked_by is the entry that had the content destroyed.
alter table entry add column salt bytea;
alter table entry add column blanked_by bigint;

create or replace function only_blanked() returns trigger language plpgsql as $$
begin
    if new.seq is distinct from old.seq or new.batch is distinct from old.batch
        or new.kind is distinct from old.kind or new.digest is distinct from old.digest
        or new.person is distinct from old.person
        or new.counterparty is distinct from old.counterparty
        or new.source is not null or new.id is not null or new.signal is not null
        or new.value_micro is not null or new.happened_at is not null
        or new.reference is not null or new.name_hash is not null or new.salt is not null
        or (old.blanked_by is not null and new.blanked_by is distinct from old.blanked_by)
    then
        raise exception 'the ledger is append-only: content may be blanked, not changed';
    end if;
    return new;
end $$;

-- For how many days after they happened a source's events are kept; 0 as long as the person stays.
alter table organisation add column retention_days integer not null default 0;
