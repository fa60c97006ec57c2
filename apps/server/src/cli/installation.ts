// Reaches the installation of the environment, whether its server runs just now or not.
import pg from 'pg'
import { subscribersOf } from '../app/subscriptions.ts'
import { readConfig } from '../platform/config.ts'
import { createCrypto } from '../platform/crypto/seal.ts'
import { loadSecret } from '../platform/crypto/secret.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createLog } from '../platform/log.ts'
import { startPostgres } from '../platform/postgres/index.ts'
import { note, type Installation } from './command.ts'

/** The database is brought up to date first, so that a command works on a fresh installation too. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, [])
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

/** The bundled PostgreSQL is visited (and started when it sleeps); with DATABASE_URL there is nothing to start. */
export async function withOwnerUrl<T>(config: { databaseUrl: string | null; dataDir: string }, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl !== null) return work(config.databaseUrl)
  const postgres = await startPostgres({ dataDir: config.dataDir, purpose: 'visit', log: { info: () => {}, warn: note } })
  try {
    return await work(postgres.ownerUrl)
  } finally {
    await postgres.stop()
  }
}
