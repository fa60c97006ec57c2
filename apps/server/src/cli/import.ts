import { withInstallation } from './installation.ts'
import { importMails } from '../modules/channels/index.ts'
import { openFiles } from '../platform/files/open.ts'
import { CommandError, note, type Command } from './command.ts'
import { chooseOrganization } from './choose-place.ts'
import { onlyFile } from './only-file.ts'
import { need, readOptions } from './options.ts'

export const command: Command = {
  summary: 'take old mail into the diary: an .mbox or .eml file, or a folder of .eml files',
  usage: ['import <file or folder> --mailbox <address> [--organization <id>]'],
  async run([path, ...args]) {
    const source = onlyFile(command, path === undefined ? [] : [path])
    const options = readOptions(command, args, ['mailbox', 'organization'])
    const mailbox = need(command, options, 'mailbox')
    await withInstallation(async (installation) => {
      const orgId = await chooseOrganization(installation, options.organization)
      const { stored, known } = await importMails({ db: installation.db, files: openFiles(installation.config) }, orgId, mailbox, source, (count) => { if (count % 500 === 0) note(`${count} mails …`) })
        .catch((error: unknown) => { throw new CommandError((error as Error).message) })
      note(`${stored} mails taken, ${known} were there already. A running Kontuar reads them now, else the next start does.`)
    })
  },
}
