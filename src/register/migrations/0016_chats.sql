-- The web chat. A chat lives until it is written down as a hotline contact: then its row goes, and with it the key that
-- opens its messages. Not granted to waymark_app: a request that works on case data cannot read chats.
create table chat_office (
  office_id uuid primary key references office (id),
  opened_by uuid not null,
  opened_at timestamptz not null
);

create table chat (
  id uuid primary key,
  office_id uuid not null references office (id),
  -- The visitor's page knows the token; the register keeps a hash of it.
  token_hash bytea not null constraint chat_token_once unique,
  -- The chat's own key, wrapped. Every message is sealed under it.
  wrapped_key bytea not null,
  state text not null check (state in ('waiting', 'open', 'left')),
  operator uuid,
  started_at timestamptz not null,
  -- When the visitor's page last asked for news.
  seen_at timestamptz not null
);
create index chat_of_office on chat (office_id, started_at);

create table chat_message (
  chat uuid not null references chat (id) on delete cascade,
  n int not null,
  from_visitor boolean not null,
  sent_at timestamptz not null,
  sealed bytea not null,
  primary key (chat, n)
);
