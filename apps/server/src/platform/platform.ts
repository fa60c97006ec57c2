// What every module is given. It knows no domain.
import type { Config } from './config.ts'
import type { Crypto } from './crypto/seal.ts'
import type { Database } from './db/database.ts'
import type { BlobStore } from './files/store.ts'
import type { Log } from './log.ts'

export interface Platform {
  config: Config
  log: Log
  db: Database
  files: BlobStore
  crypto: Crypto
  /** Public address without a trailing slash, known once the server listens. */
  publicUrl(): string
}
