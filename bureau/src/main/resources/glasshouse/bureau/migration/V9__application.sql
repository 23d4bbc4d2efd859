-- Who is eligible for one of the few places that a service gives in a period, by the decision that
-- said so. Places are those of one relying party; the period ends at `closes`. A correction before
-- then changes the score, or takes the application out.
create table application (
    decision     bigint primary key references decision,
    organisation text not null,
    service      text not null,
    closes       timestamptz not null,
    places       integer not null,
    person       bigint not null,
    score_micro  bigint not null,
    withdrawn    boolean not null default false
);
create index application_queue on application (organisation, service, closes);
create index application_person on application (person);
