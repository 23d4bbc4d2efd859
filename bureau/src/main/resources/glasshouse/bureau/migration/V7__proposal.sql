-- A version of the scheme is published, run beside the one in force, announced, in force, perhaps
-- left again. An edition's row says when it was published; a period says from when it is in force.
alter table edition rename column activated_at to published_at;
alter table edition add column published_by text not null default 'the start';
alter table edition add column withdrawn_at timestamptz;

-- From `since` on an edition is in force, until the next period begins. A period that was recalled
-- before it began never was.
create table period (
    number      bigint generated always as identity primary key,
    edition     integer not null references edition,
    since       timestamptz not null,
    ordered_at  timestamptz not null,
    ordered_by  text not null,
    recalled_at timestamptz,
    check (recalled_at < since)
);
insert into period (edition, since, ordered_at, ordered_by)
    select number, published_at, published_at, 'the start' from edition order by number;

-- What a version that runs beside the one in force would have answered to inquiries as they came.
create table shadow (
    edition  integer not null references edition,
    decision bigint not null references decision,
    answer   text not null,
    primary key (edition, decision)
);
create trigger shadow_kept before update on shadow for each row execute function append_only();
