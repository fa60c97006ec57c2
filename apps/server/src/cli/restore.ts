import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { restore, RestoreError } from '../platform/backup/restore.ts'
import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openFiles } from '../platform/files/open.ts'
import { CommandError, note, type Command } from './command.ts'
import { withOwnerUrl } from './installation.ts'
import { onlyFile } from './only-file.ts'

export const command: Command = {
  summary: 'fill an empty installation from a backup',
  usage: ['restore <file>'],
  async run(args) {
    const source = onlyFile(command, args)
    if (!(await access(source).then(() => true, () => false))) throw new CommandError(`${source} does not exist or may not be read.`)
    const config = readConfig(process.env, [])
    await mkdir(config.dataDir, { recursive: true })
    await withOwnerUrl(config, async (ownerUrl) => {
      await migrate(ownerUrl)
      try {
        const manifest = await restore(source, {
          ownerUrl, files: openFiles(config), onProgress: note,
          // With a secret from the environment it must be the same as before; a key file takes the old one's place.
          saveSecret: (secret) => writeFile(join(config.dataDir, 'secret.key'), secret, { mode: 0o600 }),
        })
        note(`Restored the state of ${manifest.createdAt}. Start Kontuar now.`)
      } catch (error) {
        if (error instanceof RestoreError) throw new CommandError(error.message)
        throw error
      }
    })
  },
}
