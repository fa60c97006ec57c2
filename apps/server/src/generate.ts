// Generated files, so that a change is reviewed by its result: `npm run generate`, then no diff.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { buildServer } from './app/build-server.ts'
import { subscribersOf, subscriptions } from './app/subscriptions.ts'
import { describeEvents, findEventNames } from './generate/describe-events.ts'
import { dumpSchema } from './generate/dump-schema.ts'
import { readConfig } from './platform/config.ts'
import { createCrypto } from './platform/crypto/seal.ts'
import { openDatabase } from './platform/db/database.ts'
import { migrate } from './platform/db/migrate.ts'
import { openDiskStore } from './platform/files/disk.ts'
import { startLive } from './platform/live/hub.ts'
import { createLog } from './platform/log.ts'
import { startPostgres } from './platform/postgres/index.ts'

const root = new URL('../../../', import.meta.url)
const write = (path: string, text: string) => writeFile(new URL(path, root), text)

const dataDir = await mkdtemp('/tmp/kontuar-generate-')
// Started by root, PostgreSQL works under another account, which must be able to enter.
await chmod(dataDir, 0o711)
const quiet = { info() {}, warn() {} }
const postgres = await startPostgres({ dataDir, log: quiet })
try {
  await migrate(postgres.ownerUrl)
  const client = new pg.Client({ connectionString: postgres.ownerUrl })
  await client.connect()
  try {
    await write('apps/server/migrations/schema.sql', await dumpSchema(client))
  } finally {
    await client.end()
  }

  const db = openDatabase({ url: postgres.ownerUrl, subscribersOf })
  const platform = { config: readConfig({ KONTUAR_DATA: dataDir }, []), log: createLog('silent'), db, files: openDiskStore(dataDir), crypto: createCrypto('generate'), publicUrl: () => 'https://kontuar.example' }
  const live = await startLive(platform, postgres.ownerUrl, async () => () => false)
  const { app } = await buildServer(platform, async () => null, live)
  await app.ready()
  await write('docs/api/openapi.json', `${JSON.stringify(app.swagger(), null, 1)}\n`)
  await app.close()
  await live.stop()
  await db.close()

  await write('docs/api/events.md', describeEvents(await findEventNames(fileURLToPath(new URL('./modules/', import.meta.url))), subscriptions))
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
