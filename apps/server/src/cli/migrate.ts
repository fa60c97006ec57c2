import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { note, print, type Command } from './command.ts'
import { withOwnerUrl } from './installation.ts'
import { readOptions } from './options.ts'

export const command: Command = {
  summary: 'bring the database up to date (starting Kontuar does it too)',
  usage: ['migrate'],
  async run(args) {
    readOptions(command, args, [])
    await withOwnerUrl(readConfig(process.env, []), async (ownerUrl) => {
      const applied = await migrate(ownerUrl)
      for (const name of applied) print(name)
      note(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.length}.`)
    }, { make: true })
  },
}
