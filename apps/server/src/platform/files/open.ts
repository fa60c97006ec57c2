import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openDiskStore } from './disk.ts'
import { openS3Store } from './s3.ts'
import type { BlobStore } from './store.ts'

export const openFiles = (config: Config): BlobStore => (config.s3 ? openS3Store(config.s3) : openDiskStore(join(config.dataDir, 'files')))
