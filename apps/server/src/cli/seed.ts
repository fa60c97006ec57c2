import { loadDemoCompanies } from '../demo/load-demo.ts'
import { openFiles } from '../platform/files/open.ts'
import { print, type Command } from './command.ts'
import { withInstallation } from './installation.ts'
import { readOptions } from './options.ts'

export const command: Command = {
  summary: 'load the demonstration companies (npm start -- --demo does it too)',
  usage: ['seed'],
  async run(args) {
    readOptions(command, args, [])
    await withInstallation(async ({ config, log, db, crypto, ownerUrl }) => {
      const { lines } = await loadDemoCompanies({ config, log, db, crypto, files: openFiles(config), publicUrl: () => config.publicUrl ?? `http://localhost:${config.port}` }, ownerUrl)
      for (const line of lines) print(line)
    })
  },
}
