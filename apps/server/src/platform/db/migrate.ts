// Forward-only migrations: numbered SQL files, each in one transaction, never edited once released.
// Two processes that start at once wait for each other on an advisory lock.
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

export const migrationsFolder = new URL('../../../migrations/', import.meta.url)
const lock = 7_301_001

export async function listMigrations(): Promise<{ name: string; sql: string; hash: string }[]> {
  const names = (await readdir(migrationsFolder)).filter((n) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(n)).sort()
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(new URL(name, migrationsFolder), 'utf8')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  }))
}

/** Brings the database at `ownerUrl` up to date. Answers the names of what was applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await createProgramRoles(client)
    await runMigrations({ connectionString: ownerUrl })
    await client.query('create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())')
    const done = new Map((await client.query<{ name: string; hash: string }>('select name, hash from migration')).rows.map((r) => [r.name, r.hash]))
    const known = await listMigrations()
    const ahead = [...done.keys()].find((name) => !known.some((m) => m.name === name))
    if (ahead) throw new Error(`The database was written by a newer Kontuar (it has ${ahead}): start that version, or restore a backup made by this one.`)
    const applied: string[] = []
    for (const migration of known) {
      const before = done.get(migration.name)
      if (before === migration.hash) continue
      if (before !== undefined) throw new Error(`The migration ${migration.name} differs from the one this database was made with: restore the original file, changes belong into a new one.`)
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`The migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

/**
 * The roles the program works as: kontuar_app for everything of an organization, kontuar_auth for sign-in alone. kontuar_bi is nobody's
 * role in the program: logins of BI tools are its members.
 * Roles belong to the whole cluster, so they may be there already.
 */
async function createProgramRoles(client: pg.Client) {
  for (const role of programRoles) await createProgramRole(client, role)
}

const programRoles = ['kontuar_app', 'kontuar_auth', 'kontuar_bi'] as const

async function createProgramRole(client: pg.Client, role: (typeof programRoles)[number]): Promise<void> {
  const { rows } = await client.query(`select pg_has_role(current_user, oid, 'set') as usable from pg_roles where rolname = $1`, [role])
    .catch(() => client.query(`select pg_has_role(current_user, oid, 'member') as usable from pg_roles where rolname = $1`, [role]))
  if (rows[0]?.usable) return
  try {
    if (rows.length === 0) await client.query(`create role ${role} nologin`)
    await client.query(`grant ${role} to current_user`)
  } catch (error) {
    if ((error as { code?: string }).code === '23505' || (error as { code?: string }).code === '42710') return createProgramRole(client, role)
    throw new Error('The database user may not create roles: run "create role kontuar_app nologin; create role kontuar_auth nologin; create role kontuar_bi nologin; grant kontuar_app, kontuar_auth to <user>; grant kontuar_bi to <user> with admin option" once as an administrator of PostgreSQL, then start again.', { cause: error })
  }
}
