// Reaches the installation of the environment, whether its server runs just now or not.
import { stat } from 'node:fs/promises'
import pg from 'pg'
import { subscribersOf } from '../app/subscriptions.ts'
import { readConfig } from '../platform/config.ts'
import { createCrypto } from '../platform/crypto/seal.ts'
import { loadSecret } from '../platform/crypto/secret.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createLog } from '../platform/log.ts'
import { startPostgres } from '../platform/postgres/index.ts'
import { CommandError, note, type Installation } from './command.ts'

/** The database is brought up to date first, so that a command works on a fresh installation too. @throws CommandError where there is none */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, [])
  // The key lies in the folder too, so one that is missing would get another key beside an older database.
  if (config.secret === null) await needFolder(config.dataDir)
  return withOwnerUrl(config, async (ownerUrl) => {
    await migrate(ownerUrl)
    const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'kontuar-command' })
    await owner.connect()
    const db = openDatabase({ url: ownerUrl, subscribersOf, max: 3, applicationName: 'kontuar-command' })
    try {
      return await work({ config, log: createLog(process.env['LOG_LEVEL'] ?? 'warn'), crypto: createCrypto(await loadSecret(config.secret, config.dataDir)), db, owner, ownerUrl })
    } finally {
      await db.close()
      await owner.end()
    }
  })
}

/**
 * The bundled PostgreSQL is visited (and started when it sleeps); with DATABASE_URL there is nothing to start.
 * @param make a missing data folder is made, as a start would: for commands that are there to fill an empty installation
 * @throws CommandError for a missing folder
 */
export async function withOwnerUrl<T>(config: { databaseUrl: string | null; dataDir: string }, work: (ownerUrl: string) => Promise<T>, { make = false } = {}): Promise<T> {
  if (config.databaseUrl !== null) return work(config.databaseUrl)
  if (!make) await needFolder(config.dataDir)
  const postgres = await startPostgres({ dataDir: config.dataDir, purpose: 'visit', log: { info: () => {}, warn: note } })
  try {
    return await work(postgres.ownerUrl)
  } finally {
    await postgres.stop()
  }
}

/** A folder mistyped in KONTUAR_DATA used to become a whole new database, in which then nothing was found. */
async function needFolder(dataDir: string) {
  if (await stat(dataDir).then((found) => found.isDirectory(), () => false)) return
  throw new CommandError(`There is no data folder ${dataDir}: set KONTUAR_DATA to the folder of the installation, or make a new one with "npm start" or "npm run -s kontuar -- migrate".`)
}
