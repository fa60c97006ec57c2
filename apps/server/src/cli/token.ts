import { permissions, type Permission } from '@kontuar/contracts'
import { createToken, permissionsOf } from '../modules/identity/index.ts'
import { choosePlace } from './choose-place.ts'
import { CommandError, print, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { need, readOptions, usageOf } from './options.ts'

export const command: Command = {
  summary: 'create a token for programs',
  usage: ['token create --email <user> [--scope ticket.read,customer.read] [--name <what for>] [--expires 2030-01-31] [--organization <id>]'],
  async run([verb, ...args]) {
    if (verb !== 'create') throw new CommandError(`Say what to do. Usage:\n${usageOf(command)}`)
    const options = readOptions(command, args, ['email', 'scope', 'name', 'expires', 'organization'], ['scope'])
    const email = need(command, options, 'email')
    const scopes = options.scope === undefined ? undefined : readScopes(options.scope)
    const expiresAt = options.expires === undefined ? null : readInstant(options.expires)
    await withInstallation(async (installation) => {
      const place = await choosePlace(installation, email, options.organization)
      if (!place.active) throw new CommandError(`${email} was let out: let the person in again first, under People in the settings.`)
      const { token } = await createToken(installation.db, { orgId: place.orgId, staffId: place.staffId, permissions: permissionsOf(place.role), doer: null },
        { name: options.name ?? 'command line', ...(scopes ? { scopes } : {}), expiresAt })
      print(token)
    })
  },
}

function readScopes(given: string): Permission[] {
  const names = given.split(',').map((name) => name.trim()).filter(Boolean)
  const unknown = names.find((name) => !(permissions as readonly string[]).includes(name))
  if (unknown !== undefined || names.length === 0) throw new CommandError(`"${unknown ?? given}" is no scope: choose from ${permissions.join(', ')}.`)
  return names as Permission[]
}

function readInstant(given: string): string {
  const at = new Date(given)
  if (Number.isNaN(at.getTime())) throw new CommandError(`--expires is "${given}": give a date such as 2030-01-31.`)
  return at.toISOString()
}
