import pg from 'pg'
import { readConfig } from '../platform/config.ts'
import { checkDatabase } from './doctor/database.ts'
import type { Finding } from './doctor/finding.ts'
import { checkMachine } from './doctor/machine.ts'
import { checkServices } from './doctor/services.ts'
import { CommandError, print, type Command } from './command.ts'
import { withOwnerUrl } from './installation.ts'
import { readOptions } from './options.ts'

const signs = { ok: 'ok    ', notice: 'notice', fault: 'FAULT ' }

export const command: Command = {
  summary: 'look for faults and say what to do about each; changes nothing',
  usage: ['doctor'],
  async run(args) {
    readOptions(command, args, [])
    const config = readConfig(process.env, [])
    const findings = await checkMachine(config)
    findings.push(...await withOwnerUrl(config, async (url) => {
      const client = new pg.Client({ connectionString: url, application_name: 'kontuar-doctor', connectionTimeoutMillis: 5000 })
      await client.connect()
      try {
        const database = await checkDatabase(client)
        // On a database that was never filled, or is broken, the rest has nothing to look at.
        return database.some((f) => f.level === 'fault') ? database : [...database, ...await checkServices(client, config)]
      } finally {
        await client.end()
      }
    }).catch((error: unknown): Finding[] => {
      if (error instanceof CommandError) throw error
      return [{ level: 'fault', about: 'database', says: `cannot be reached: ${(error as Error).message}`, todo: config.databaseUrl === null ? `look into ${config.dataDir}/postgres.log` : 'check DATABASE_URL, and that PostgreSQL runs there' }]
    }))

    for (const { level, about, says, todo } of findings) print(`${signs[level]} ${about}: ${says}${todo === undefined ? '' : `\n       → ${todo}`}`)
    const faults = findings.filter((f) => f.level === 'fault').length
    if (faults > 0) throw new CommandError(`${faults} fault${faults === 1 ? '' : 's'} found.`)
  },
}
