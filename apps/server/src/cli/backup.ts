import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { backup } from '../platform/backup/backup.ts'
import { loadSecret } from '../platform/crypto/secret.ts'
import { openFiles } from '../platform/files/open.ts'
import { CommandError, note, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { onlyFile } from './only-file.ts'

export const command: Command = {
  summary: 'write everything into one file, while Kontuar runs',
  usage: ['backup <file>'],
  async run(args) {
    const target = onlyFile(command, args)
    if (await access(target).then(() => true, () => false)) throw new CommandError(`${target} exists already: choose another name, a backup is never overwritten.`)
    await withInstallation(async ({ config, ownerUrl }) => {
      // A secret from the environment is kept where the environment comes from.
      const secret = config.secret === null ? await loadSecret(null, config.dataDir) : null
      const manifest = await backup({ ownerUrl, files: openFiles(config), secret, onProgress: note }, resolve(target))
      note(`${target}: ${manifest.tables.reduce((sum, t) => sum + t.rows, 0)} rows and ${Object.keys(manifest.entries).filter((n) => n.startsWith('files/')).length} files. It holds the key and all mails: keep it safe.`)
    })
  },
}
