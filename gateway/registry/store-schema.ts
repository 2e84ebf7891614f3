/** Version n of the schema is what the first n scripts make. Both databases understand all of it. */
export const registryMigrations: readonly string[] = [
  `
create table registry_content (sha256 text primary key, content text not null);

create table registry_address (
  body text not null,
  revision integer not null,
  url text not null,
  registered_by text not null,
  at text not null,
  primary key (body, revision)
);

create table registry_version (
  body text not null,
  version integer not null,
  sdl_sha256 text not null references registry_content (sha256),
  programmes_sha256 text references registry_content (sha256),
  sha256 text not null,
  published_by text not null,
  at text not null,
  report text not null,
  proposal_id text,
  primary key (body, version)
);

create table registry_proposal (
  id text primary key,
  body text not null,
  base_version integer not null,
  sdl_sha256 text not null references registry_content (sha256),
  programmes_sha256 text references registry_content (sha256),
  sha256 text not null,
  proposed_by text not null,
  at text not null,
  report text not null
);

create table registry_approval (
  proposal_id text not null references registry_proposal (id),
  body text not null,
  approved_by text not null,
  at text not null,
  primary key (proposal_id, body)
);

create table registry_artefact (
  sequence integer primary key,
  manifest text not null,
  key_id text not null,
  signature text not null,
  supergraph_sha256 text not null references registry_content (sha256),
  catalogue_sha256 text not null references registry_content (sha256)
);
`,
];

const tables = ['content', 'address', 'version', 'proposal', 'approval', 'artefact'].map((name) => `registry_${name}`);

/**
 * After the tables: nothing is changed or removed, and the sequence of artefacts only grows. `insert or replace` asks no
 * delete trigger, so a row that is there is refused before; contents are known by their digest, and need no such guard.
 */
export const sqliteGuards: string = `
${tables
  .map(
    (table) => `
create trigger ${table}_no_update before update on ${table} begin
  select raise(abort, 'the registry is append-only');
end;
create trigger ${table}_no_delete before delete on ${table} begin
  select raise(abort, 'the registry is append-only');
end;`,
  )
  .join('')}
create trigger registry_artefact_grows before insert on registry_artefact
when new.sequence <= (select coalesce(max(sequence), 0) from registry_artefact)
begin
  select raise(abort, 'the sequence only grows');
end;
${[
  ['version', 'body = new.body and version = new.version'],
  ['address', 'body = new.body and revision = new.revision'],
  ['proposal', 'id = new.id'],
]
  .map(
    ([name, sameRow]) => `
create trigger registry_${name}_no_replace before insert on registry_${name}
when exists (select 1 from registry_${name} where ${sameRow})
begin
  select raise(abort, 'the registry is append-only');
end;`,
  )
  .join('')}
`;

export const postgresGuards: string = `
create function registry_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the registry is append-only' using errcode = 'insufficient_privilege';
end $$;

create function registry_artefact_grows() returns trigger language plpgsql set search_path from current as $$
begin
  if new.sequence <= (select coalesce(max(sequence), 0) from registry_artefact) then
    raise exception 'the sequence only grows' using errcode = 'unique_violation';
  end if;
  return new;
end $$;

create trigger registry_artefact_grows before insert on registry_artefact
  for each row execute function registry_artefact_grows();
${tables
  .map(
    (table) => `
create trigger ${table}_no_change before update or delete on ${table}
  for each row execute function registry_refuse();
create trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function registry_refuse();`,
  )
  .join('')}
`;
