// Version, migrations, and that the walls between organizations stand.
import type pg from 'pg'
import { listMigrations } from '../../platform/db/migrate.ts'
import { fault, ok, type Finding } from './finding.ts'

export async function checkDatabase(client: pg.Client): Promise<Finding[]> {
  const ask = async <R extends object>(sql: string) => (await client.query<R>(sql)).rows
  const [server] = await ask<{ number: number; version: string }>(`select current_setting('server_version_num')::integer as number, current_setting('server_version') as version`)
  const findings: Finding[] = [server!.number >= 150_000 ? ok('database', `PostgreSQL ${server!.version}`) : fault('database', `PostgreSQL ${server!.version} is too old`, 'use PostgreSQL 15 or newer')]

  const [there] = await ask<{ found: boolean }>(`select to_regclass('public.migration') is not null as found`)
  if (!there!.found) return [...findings, fault('migrations', 'the database is empty', 'start Kontuar, or run "npm run -s kontuar -- migrate"')]
  const done = new Map((await ask<{ name: string; hash: string }>('select name, hash from migration')).map((r) => [r.name, r.hash]))
  const known = await listMigrations()
  const pending = known.filter((m) => !done.has(m.name)).length
  const changed = known.find((m) => done.has(m.name) && done.get(m.name) !== m.hash)
  const ahead = [...done.keys()].find((name) => !known.some((m) => m.name === name))
  if (ahead !== undefined) findings.push(fault('migrations', `the database is newer than this program (it has ${ahead})`, 'start the newer version'))
  else if (changed) findings.push(fault('migrations', `${changed.name} differs from the one this database was made with`, 'restore the original file'))
  else if (pending > 0) findings.push(fault('migrations', `${pending} to apply`, 'start Kontuar, or run "npm run -s kontuar -- migrate"'))
  else findings.push(ok('migrations', `all ${known.length} applied`))
  if (findings.some((f) => f.level === 'fault')) return findings

  const mighty = await ask<{ name: string }>(`select rolname as name from pg_roles where rolname in ('kontuar_app', 'kontuar_auth') and (rolsuper or rolbypassrls)`)
  findings.push(mighty.length > 0 ? fault('roles', `${mighty.map((r) => r.name).join(', ')} may pass row-level security`, `run "alter role … nosuperuser nobypassrls"`) : ok('roles', 'the program is no superuser'))
  const open = await ask<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`)
  findings.push(open.length > 0 ? fault('row-level security', `off for ${open.map((t) => t.name).join(', ')}`, 'somebody switched it off: run "alter table … enable row level security; alter table … force row level security"') : ok('row-level security', 'forced on every table of an organization'))
  return findings
}
