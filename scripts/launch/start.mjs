import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { checkNpm } from './npm.mjs'
import { root } from './paths.mjs'
import { fail } from './say.mjs'
import { runServer } from './run-server.mjs'
import { ensureWebBuilt } from './web.mjs'

export async function start(args) {
  try {
    checkNpm()
    await ensureInstalled()
    const services = args.find((arg) => arg.startsWith('--services='))?.slice('--services='.length).split(',')
    if (!services || services.includes('web')) await ensureWebBuilt()
    runServer(join(root, 'apps', 'server', 'src', 'main.ts'), args)
  } catch (error) {
    fail(error)
  }
}
