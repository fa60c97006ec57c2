import { roles, type Role } from '@kontuar/contracts'
import { changeStaff, createStaff, findUserId, setPassword } from '../modules/identity/index.ts'
import { askPassword } from './ask-password.ts'
import { chooseOrganization, choosePlace } from './choose-place.ts'
import { CommandError, note, printTable, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { need, readOptions, usageOf } from './options.ts'

export const command: Command = {
  summary: 'people: list, create, new password, let out',
  usage: [
    'user list [--organization <id>]',
    'user create --email <address> [--name <name>] [--role administrator|manager|agent|observer] [--organization <id>]',
    'user password --email <address>',
    'user deactivate --email <address> [--organization <id>]',
  ],
  async run([verb, ...args]) {
    const act = verb === undefined ? undefined : verbs[verb]
    if (!act) throw new CommandError(`Say what to do. Usage:\n${usageOf(command)}`)
    await act(args)
  },
}

const verbs: Record<string, (args: readonly string[]) => Promise<void>> = {
  async list(args) {
    const options = readOptions(command, args, ['organization'])
    await withInstallation(async ({ owner }) => {
      const { rows } = await owner.query<{ org_id: number; email: string; name: string; role: string; active: boolean }>(
        'select org_id, email, name, role, active from staff where $1::text is null or org_id::text = $1 order by org_id, id', [options.organization ?? null])
      printTable([['ORGANIZATION', 'ADDRESS', 'ROLE', 'MAY COME IN', 'NAME'], ...rows.map((r) => [String(r.org_id), r.email, r.role, r.active ? 'yes' : 'no', r.name])])
    })
  },
  async create(args) {
    const options = readOptions(command, args, ['email', 'name', 'role', 'organization', 'password'])
    const email = need(command, options, 'email')
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new CommandError(`"${email}" is no e-mail address.`)
    const role = (options.role ?? 'agent') as Role
    if (!roles.includes(role)) throw new CommandError(`"${role}" is no role: choose from ${roles.join(', ')}.`)
    await withInstallation(async (installation) => {
      const orgId = await chooseOrganization(installation, options.organization)
      const known = await findUserId(installation.db, email) !== null
      const password = known ? '' : await askPassword(options.password, `Password for ${email}`)
      await createStaff(installation.db, orgId, { email, role, name: options.name ?? email.split('@')[0]!, password })
      note(`${email} may come in as ${role}${known ? ', with the password they have' : ''}.`)
    })
  },
  async password(args) {
    const options = readOptions(command, args, ['email', 'password'])
    const email = need(command, options, 'email')
    await withInstallation(async (installation) => {
      const userId = await findUserId(installation.db, email)
      if (userId === null) throw new CommandError(`Nobody here has the address ${email}: see "user list".`)
      await setPassword(installation, userId, await askPassword(options.password, `New password for ${email}`))
      note(`${email} has a new password; all their sessions were ended.`)
    })
  },
  async deactivate(args) {
    const options = readOptions(command, args, ['email', 'organization'])
    const email = need(command, options, 'email')
    await withInstallation(async (installation) => {
      const place = await choosePlace(installation, email, options.organization)
      await changeStaff(installation.db, place.orgId, null, place.staffId, { active: false })
      note(`${email} was let out; their sessions and tokens no longer work.`)
    })
  },
}
