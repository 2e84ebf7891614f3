/** Version n of the schema is what the first n scripts make; `user_version` says where a file stands. */
export const sqliteMigrations: readonly string[] = [
  `
create table journal_segment (
  id integer primary key check (id = 1),
  from_sequence integer not null,
  previous_hash text not null,
  at text not null,
  key_id text not null,
  signature text not null
) strict;

create table journal_record (
  sequence integer primary key,
  at_ms integer not null,
  previous_hash text not null,
  hash text not null,
  record text not null
) strict;

create index journal_record_at on journal_record (at_ms);

create table journal_lookup (
  sequence integer not null,
  kind text not null,
  key text not null,
  primary key (sequence, kind, key)
) strict, without rowid;

create index journal_lookup_key on journal_lookup (kind, key, sequence);

create table journal_checkpoint (
  sequence integer primary key,
  hash text not null,
  at text not null,
  previous_sequence integer not null,
  key_id text not null,
  signature text not null
) strict;

create view journal_entry as
  select sequence, at_ms, previous_hash, hash, record, null as lookups from journal_record;

create trigger journal_entry_insert instead of insert on journal_entry begin
  insert into journal_record values (new.sequence, new.at_ms, new.previous_hash, new.hash, new.record);
  insert into journal_lookup select new.sequence, value ->> 0, value ->> 1 from json_each(new.lookups);
end;

create trigger journal_record_follows before insert on journal_record
when not exists (select 1 from journal_record where sequence = new.sequence - 1 and hash = new.previous_hash)
  and not exists (
    select 1 from journal_segment where from_sequence = new.sequence and previous_hash = new.previous_hash
  )
begin
  select raise(abort, 'the record does not follow the last one');
end;

create trigger journal_checkpoint_follows before insert on journal_checkpoint
when new.sequence is not (select max(sequence) from journal_record)
  or new.hash is not (select hash from journal_record where sequence = new.sequence)
  or new.previous_sequence is not coalesce(
    (select max(sequence) from journal_checkpoint),
    (select from_sequence - 1 from journal_segment)
  )
begin
  select raise(abort, 'the checkpoint does not follow the last one');
end;
${appendOnly('journal_segment', 'id = new.id')}${appendOnly('journal_record', 'sequence = new.sequence')}${appendOnly(
    'journal_lookup',
    'sequence = new.sequence and kind = new.kind and key = new.key',
  )}${appendOnly('journal_checkpoint', 'sequence = new.sequence')}`,
];

// `insert or replace` deletes without asking delete triggers, so a row that is there is refused before.
function appendOnly(table: string, sameRow: string): string {
  return `
create trigger ${table}_no_replace before insert on ${table}
when exists (select 1 from ${table} where ${sameRow})
begin
  select raise(abort, 'the journal is append-only');
end;

create trigger ${table}_no_update before update on ${table} begin
  select raise(abort, 'the journal is append-only');
end;

create trigger ${table}_no_delete before delete on ${table} begin
  select raise(abort, 'the journal is append-only');
end;
`;
}
