// Guards the walls between organizations where they stand: in PostgreSQL's own catalogue, and in the transactions.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../postgres/testing.ts'
import { openDatabase, type Database } from './database.ts'

let database: TestDatabase
let owner: pg.Client
let db: Database
beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`insert into org (name) values ('One'), ('Two')`)
  db = openDatabase({ url: database.ownerUrl, subscribersOf: () => [], max: 2 })
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await database.drop()
})
const ask = async <R extends object>(sql: string, values: unknown[] = []) => (await owner.query<R>(sql, values)).rows

/** Each with its reason; this list only shrinks. */
const withoutOrganization: Record<string, string> = {
  'public.org': 'the organization itself; its policy compares id',
  'public.installation': 'one row for the whole installation, nothing of a customer',
  'public.migration': 'which migrations ran',
  'public.process': 'living processes serve all organizations',
  'auth.user': 'a person signs in before the organization is known, and may belong to several',
  'auth.account': 'password digests, as auth.user',
  'auth.session': 'looked up by its token, before the organization is known',
  'auth.verification': 'as auth.user',
  'auth.attempt': 'tries of strangers',
}
const keysWithoutOrganization: Record<string, string> = {
  'mailbox_address_once': 'an address belongs to one mailbox in the whole installation: a mail server asks before any organization is known',
}
const tables = () => ask<{ name: string; secured: boolean; forced: boolean; has_org: boolean; oid: number }>(
  `select n.nspname || '.' || c.relname as name, c.oid::integer as oid, relrowsecurity as secured, relforcerowsecurity as forced,
     exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull) as has_org
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`)

describe('the catalogue', () => {
  test('every table belongs to an organization and has forced row-level security, or stands in the list with its reason', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(30)
    const open = all.filter((t) => !(t.has_org && t.secured && t.forced)).map((t) => t.name)
    expect(open.sort()).toEqual(Object.keys(withoutOrganization).sort())
    expect(all.find((t) => t.name === 'public.org')).toMatchObject({ secured: true, forced: true })
  })

  test('the program sees rows through one policy alone: those of its organization; what is added only takes away', async () => {
    const policies = await ask<{ name: string; rule: string }>(
      `select schemaname || '.' || tablename as name, concat_ws(' | ', permissive, cmd, roles::text, qual, with_check) as rule from pg_policies where roles && '{kontuar_app,public}' and permissive = 'PERMISSIVE'`)
    const secured = (await tables()).filter((t) => t.secured)
    expect(policies.map((p) => p.name).sort()).toEqual(secured.map((t) => t.name).sort())
    const wrong = policies.filter((p) => p.rule !== `PERMISSIVE | ALL | {kontuar_app} | (${p.name === 'public.org' ? 'id' : 'org_id'} = current_org()) | (${p.name === 'public.org' ? 'id' : 'org_id'} = current_org())`)
    expect(wrong).toEqual([])
  })

  test('every primary, unique and foreign key contains the organization', async () => {
    const keys = await ask<{ name: string }>(
      `select coalesce(con.conname, ic.relname) as name
       from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         left join pg_constraint con on con.conindid = i.indexrelid and con.contype in ('p', 'u')
       where i.indisunique and n.nspname || '.' || c.relname = any ($1)
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnum = any (i.indkey))
       union all
       select con.conname from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
       where con.contype = 'f' and n.nspname || '.' || c.relname = any ($1)
         and not exists (select from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'org_id' and a.attnum = any (con.conkey))`,
      [(await tables()).filter((t) => t.has_org).map((t) => t.name)])
    expect(keys.map((k) => k.name).sort()).toEqual(Object.keys(keysWithoutOrganization).sort())
  })

  test('the roles of the program own nothing, are no superusers, pass no security and can become nobody else', async () => {
    expect(await ask(`select rolname from pg_roles where rolname in ('kontuar_app', 'kontuar_auth') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolcanlogin)`)).toEqual([])
    expect(await ask(`select * from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ('kontuar_app', 'kontuar_auth')`)).toEqual([])
    const owned = await ask(`select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'kontuar\\_%'
      union all select p.oid::regprocedure::text from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname like 'kontuar\\_%'
      union all select n.oid::regnamespace::text from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname like 'kontuar\\_%'`)
    expect(owned).toEqual([])
  })

  test('every door (security definer function) fixes its search path and is closed to the public', async () => {
    const doors = await ask<{ name: string; config: string[] | null; open: boolean }>(
      `select p.proname as name, p.proconfig as config, exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as open
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname in ('public', 'auth') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
    expect(doors.length).toBeGreaterThan(15)
    expect(doors.filter((d) => d.open || !d.config?.some((c) => c === 'search_path=public, pg_temp')).map((d) => d.name)).toEqual([])
  })

  test('passwords and sessions are out of reach of the role that serves requests, and tickets of the one that signs in', async () => {
    for (const table of ['user', 'account', 'session', 'verification', 'attempt']) await expect(db.query(`select from auth."${table}"`), table).rejects.toThrow(/permission denied/)
    const auth = db.poolAs('kontuar_auth', 1)
    await expect(auth.query('select from ticket')).rejects.toThrow(/permission denied/)
    await expect(auth.query('select from auth."user"')).resolves.toBeDefined()
    await expect(db.query('select from graphile_worker._private_jobs')).rejects.toThrow(/permission denied/)
    await expect(db.query('create table mine (id integer)')).rejects.toThrow(/permission denied/)
    await expect(db.query('alter table ticket disable row level security')).rejects.toThrow(/must be owner/)
  })
})

describe('transactions', () => {
  test('outside one, no row of anybody is seen', async () => {
    expect(await db.query('select * from org')).toEqual([])
    expect(await db.query('select * from staff')).toEqual([])
  })

  test('a row can be written for the own organization only', async () => {
    await expect(db.write(1, (tx) => tx.query(`insert into file (org_id, sha256, size) values (2, $1, 1)`, ['a'.repeat(64)]))).rejects.toThrow(/row-level security/)
    expect(await db.write(1, (tx) => tx.query(`update org set name = 'Taken' where id = 2 returning id`))).toEqual([])
  })

  test('a connection never carries the setting of another organization, whatever goes wrong on it', async () => {
    const failures = [
      async () => { throw new Error('ours') },
      (tx: { query(text: string): Promise<unknown> }) => tx.query('select 1 / 0'),
      (tx: { query(text: string): Promise<unknown> }) => tx.query('not even SQL'),
      async (tx: { query(text: string): Promise<unknown> }) => { await tx.query('select 1 / 0').catch(() => {}) },
    ]
    let seen = 0
    await Promise.all(Array.from({ length: 400 }, async (_, i) => {
      const org = 1 + (i % 2)
      const mode = i % 3 === 0 ? 'write' : 'read'
      if (i % 5 === 0) {
        await db[mode](org, failures[i % 4]!).catch(() => {})
        return
      }
      if (i % 7 === 0) {
        const [outside] = await db.query<{ org: string | null }>(`select nullif(current_setting('kontuar.org', true), '') as org`)
        expect(outside?.org).toBeNull()
        return
      }
      await db[mode](org, async (tx) => {
        const rows = await tx.query<{ id: number; setting: string }>(`select id, current_setting('kontuar.org') as setting from org`)
        expect(rows).toEqual([{ id: org, setting: String(org) }])
        seen++
      })
    }))
    expect(seen).toBeGreaterThan(200)
    expect(db.pool.totalCount).toBeLessThanOrEqual(2)
  })

  test('an organization that is no whole number never reaches SQL', async () => {
    for (const org of ['1', Number.NaN, 1.5, null]) await expect(db.read(org as number, async () => {})).rejects.toThrow(TypeError)
  })
})
