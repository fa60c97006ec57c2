// A process that only sends reports, for being killed: node sender.fixture.ts <owner url> <data folder>
import pg from 'pg'
import { run, Logger } from 'graphile-worker'
import '../../../app/ports.ts'
import { subscribersOf } from '../../../app/subscriptions.ts'
import { readConfig } from '../../../platform/config.ts'
import { createCrypto } from '../../../platform/crypto/seal.ts'
import { openDatabase } from '../../../platform/db/database.ts'
import { openDiskStore } from '../../../platform/files/disk.ts'
import { toTaskList } from '../../../platform/jobs/worker.ts'
import { createLog } from '../../../platform/log.ts'
import { sendReports, sweepReports } from './jobs.ts'

const [ownerUrl, dataDir] = process.argv.slice(2) as [string, string]
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', KONTUAR_DATA: dataDir }, [])
const platform = {
  config, log: createLog('silent'), db: openDatabase({ url: ownerUrl, subscribersOf, max: 8 }), files: openDiskStore(`${dataDir}/files`),
  crypto: createCrypto('a secret for tests alone'), publicUrl: () => 'http://localhost',
}
const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
ownerPool.on('error', () => {})
ownerPool.on('connect', (client) => client.on('error', () => {}))
// What the process before held is free again; platform/jobs/processes.ts does this in the whole program.
await ownerPool.query('update graphile_worker._private_jobs set locked_by = null, locked_at = null where locked_by is not null')
await run({ pgPool: ownerPool, taskList: toTaskList([sendReports(platform), sweepReports(platform)], []), concurrency: 4, pollInterval: 50, noHandleSignals: true, logger: new Logger(() => () => {}) })
process.stdout.write('ready\n')
