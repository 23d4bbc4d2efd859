-- Every decision, as it was answered. It stands when the person is erased, under their number; what
-- the relying party wrote about the request goes. link is SHA-256 over the link before and this row
-- (the request by its keyed digest).
create table decision (
    number         bigint primary key,
    at             timestamptz not null,
    person         bigint not null,
    organisation   text not null,
    service        text not null,
    purpose        text not null,
    request        text,
    request_digest bytea not null,
    edition        integer not null,
    through        bigint not null,
    lists          bigint not null,
    answer         text not null,
    link           bytea not null
);
create index decision_person on decision (person);
create index decision_organisation on decision (organisation, number);

-- Who else looked at a person's data, when, and at what.
create table access (
    number bigint generated always as identity primary key,
    at     timestamptz not null,
    person bigint not null,
    who    text not null,
    role   text not null,
    what   text not null
);
create index access_person on access (person);
create trigger access_kept before update on access for each row execute function append_only();

create function only_request_blanked() returns trigger language plpgsql as $$
begin
    if new.request is not null or (new.number, new.at, new.person, new.organisation, new.service,
            new.purpose, new.request_digest, new.edition, new.through, new.lists, new.answer,
            new.link)
        is distinct from (old.number, old.at, old.person, old.organisation, old.service,
            old.purpose, old.request_digest, old.edition, old.through, old.lists, old.answer,
            old.link)
    then
        raise exception 'decisions stand as they were given';
    end if;
    return new;
end $$;
create trigger decision_blanked before update on decision
    for each row execute function only_request_blanked();
create trigger decision_kept before delete on decision
    for each row execute function append_only();
