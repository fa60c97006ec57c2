import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { chooseOrganization } from './choose-place.ts'
import { CommandError, note, print, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { need, readOptions, usageOf } from './options.ts'

export const command: Command = {
  summary: 'give a BI tool a login that reads the views of one organization',
  usage: ['bi create-login [--organization <id>]', 'bi list-logins', 'bi drop-login --login <name>'],
  async run([verb, ...args]) {
    if (verb === 'create-login') return createLogin(args)
    if (verb === 'list-logins') return listLogins(args)
    if (verb === 'drop-login') return dropLogin(args)
    throw new CommandError(`Say what to do. Usage:\n${usageOf(command)}`)
  },
}

async function createLogin(args: readonly string[]) {
  const options = readOptions(command, args, ['organization'])
  await withInstallation(async (installation) => {
    const orgId = await chooseOrganization(installation, options.organization)
    const { login, password } = await makeLogin(installation.owner, orgId)
    print(`login: ${login}\npassword: ${password}`)
    if (installation.config.databaseUrl === null) note(`The PostgreSQL of this installation listens at ${new URL(installation.ownerUrl).searchParams.get('host')}/.s.PGSQL.5432, its database is called kontuar.`)
    note('The password is shown only now. How to connect, and what there is to read: docs/operations/bi.md.')
  })
}

/** Role and mapping in one transaction. Letters and digits only, so that neither needs quoting. */
export async function makeLogin(owner: pg.Client, orgId: number): Promise<{ login: string; password: string }> {
  const login = `kontuar_bi_${orgId}_${randomBytes(4).toString('hex')}`
  const password = randomBytes(24).toString('base64url').replaceAll(/[^A-Za-z0-9]/g, 'x')
  await owner.query('begin')
  try {
    await owner.query(`create role ${login} login password '${password}' connection limit 5 in role kontuar_bi`)
    await owner.query(`alter role ${login} set default_transaction_read_only = on`)
    await owner.query(`alter role ${login} set statement_timeout = '120s'`)
    await owner.query(`alter role ${login} set search_path = bi`)
    await owner.query('insert into bi_login (org_id, login) values ($1, $2)', [orgId, login])
    await owner.query('commit')
    return { login, password }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function listLogins(args: readonly string[]) {
  readOptions(command, args, [])
  await withInstallation(async ({ owner }) => {
    const { rows } = await owner.query<{ org_id: number; login: string; created_at: Date; exists: boolean }>('select l.org_id, l.login, l.created_at, exists (select from pg_roles r where r.rolname = l.login) as exists from bi_login l order by l.org_id, l.created_at')
    // After a restore into another server the roles are not there.
    for (const row of rows) print(`${String(row.org_id).padEnd(6)} ${row.login.padEnd(28)} ${row.created_at.toISOString().slice(0, 10)}${row.exists ? '' : '  (not known to this PostgreSQL: drop it and create another)'}`)
  })
}

async function dropLogin(args: readonly string[]) {
  const options = readOptions(command, args, ['login'])
  const login = need(command, options, 'login')
  await withInstallation(async ({ owner }) => {
    if (!await forgetLogin(owner, login)) throw new CommandError(`There is no login ${login}: see "bi list-logins".`)
    print(`${login} reads nothing any more.`)
  })
}

/** False: there is none of that name. */
export async function forgetLogin(owner: pg.Client, login: string): Promise<boolean> {
  const { rows } = await owner.query<{ login: string }>('delete from bi_login where login = $1 returning login', [login])
  if (rows.length === 0) return false
  // The mapping is gone, so whoever is still connected sees nothing from here on. Its name came out of the table: letters, digits, underscores.
  await owner.query(`drop role if exists "${rows[0]!.login}"`)
  return true
}
