import type { Locale } from '@kontuar/contracts'
import { createOrganization, findUserId } from '../modules/identity/index.ts'
import { askPassword } from './ask-password.ts'
import { CommandError, note, printTable, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { need, readOptions, usageOf } from './options.ts'

const locales = ['pl', 'ru', 'en']

export const command: Command = {
  summary: 'organizations: list, create',
  usage: ['organization list', 'organization create --name <name> --email <of its administrator> [--person <name>] [--locale pl|ru|en] [--time-zone Europe/Warsaw]'],
  async run([verb, ...args]) {
    if (verb === 'list') return list(args)
    if (verb === 'create') return create(args)
    throw new CommandError(`Say what to do. Usage:\n${usageOf(command)}`)
  },
}

async function list(args: readonly string[]) {
  readOptions(command, args, [])
  await withInstallation(async ({ owner }) => {
    const { rows } = await owner.query<{ id: number; name: string; locale: string; time_zone: string; people: number }>(
      'select id, name, locale, time_zone, (select count(*) from staff where org_id = org.id and active) as people from org order by id')
    printTable([['ID', 'LANGUAGE', 'TIME ZONE', 'PEOPLE', 'NAME'], ...rows.map((r) => [String(r.id), r.locale, r.time_zone, String(r.people), r.name])])
  })
}

async function create(args: readonly string[]) {
  const options = readOptions(command, args, ['name', 'email', 'person', 'locale', 'time-zone', 'password'])
  const [organizationName, email] = [need(command, options, 'name'), need(command, options, 'email')]
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new CommandError(`"${email}" is no e-mail address.`)
  const locale = options.locale ?? 'pl'
  if (!locales.includes(locale)) throw new CommandError(`"${locale}" is no language of the program: choose from ${locales.join(', ')}.`)
  await withInstallation(async ({ db }) => {
    const known = await findUserId(db, email) !== null
    const password = known ? '' : await askPassword(options.password, `Password for ${email}`)
    const { orgId } = await createOrganization(db, { organizationName, email, name: options.person ?? email.split('@')[0]!, locale: locale as Locale, timeZone: options['time-zone'] ?? 'Europe/Warsaw', password }, false)
    note(`Organization ${orgId} was created; ${email} is its administrator${known ? ', with the password they have' : ''}.`)
  })
}
