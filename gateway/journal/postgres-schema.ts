/** Version n of the schema is what the first n scripts make; `journal_version` says where a database stands. */
export const postgresMigrations: readonly string[] = [
  `
create table journal_segment (
  id integer primary key check (id = 1),
  from_sequence bigint not null,
  previous_hash text not null,
  at text not null,
  key_id text not null,
  signature text not null
);

create table journal_record (
  sequence bigint primary key,
  at_ms bigint not null,
  previous_hash text not null,
  hash text not null,
  record text not null
);

create index journal_record_at on journal_record (at_ms);

create table journal_lookup (
  sequence bigint not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  primary key (sequence, kind, key)
);

create index journal_lookup_key on journal_lookup (kind, key, sequence);

create table journal_checkpoint (
  sequence bigint primary key,
  hash text not null,
  at text not null,
  previous_sequence bigint not null,
  key_id text not null,
  signature text not null
);

create function journal_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;

create function journal_record_follows() returns trigger language plpgsql set search_path from current as $$
begin
  if not exists (select 1 from journal_record where sequence = new.sequence - 1 and hash = new.previous_hash)
    and not exists (
      select 1 from journal_segment where from_sequence = new.sequence and previous_hash = new.previous_hash
    )
  then
    raise exception 'the record does not follow the last one' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;

create function journal_checkpoint_follows() returns trigger language plpgsql set search_path from current as $$
begin
  if new.sequence is distinct from (select max(sequence) from journal_record)
    or new.hash is distinct from (select hash from journal_record where sequence = new.sequence)
    or new.previous_sequence is distinct from coalesce(
      (select max(sequence) from journal_checkpoint),
      (select from_sequence - 1 from journal_segment)
    )
  then
    raise exception 'the checkpoint does not follow the last one' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;

create trigger journal_record_follows before insert on journal_record
  for each row execute function journal_record_follows();

create trigger journal_checkpoint_follows before insert on journal_checkpoint
  for each row execute function journal_checkpoint_follows();
${['journal_segment', 'journal_record', 'journal_lookup', 'journal_checkpoint'].map(appendOnly).join('')}`,
];

function appendOnly(table: string): string {
  return `
create trigger ${table}_no_change before update or delete on ${table}
  for each row execute function journal_refuse();

create trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function journal_refuse();
`;
}
