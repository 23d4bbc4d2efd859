-- A scheme as published: its texts, and from when it is in force. Nothing is changed or removed.
create table edition (
    number       integer primary key,
    scheme       text not null,
    version      text not null,
    activated_at timestamptz not null,
    digest       bytea not null,
    texts        text not null
);
