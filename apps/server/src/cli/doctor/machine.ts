// Versions, data folder, key, disk, the built workspace.
import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../../platform/config.ts'
import { version } from '../../platform/version.ts'
import { fault, notice, ok, type Finding } from './finding.ts'

const gigabyte = 1024 ** 3
const builtWorkspace = fileURLToPath(new URL('../../../../web/dist/index.html', import.meta.url))

export async function checkMachine(config: Config): Promise<Finding[]> {
  const { dataDir } = config
  const findings = [ok('versions', `Kontuar ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`)]

  const writable = await access(dataDir, constants.R_OK | constants.W_OK).then(() => true, () => false)
  findings.push(writable ? ok('data folder', dataDir) : fault('data folder', `${dataDir} is missing or cannot be written`, 'start Kontuar once, run this as the user who runs it, or set KONTUAR_DATA to the right folder'))
  if (!writable) return findings

  const { bavail, bsize } = await statfs(dataDir)
  const free = (bavail * bsize) / gigabyte
  const says = `${free.toFixed(1)} GB free`
  findings.push(free < 0.5 ? fault('disk', says, 'make room now: without it no mail can be taken') : free < 5 ? notice('disk', says, 'make room soon') : ok('disk', says))

  findings.push(await checkKey(config))
  findings.push(await access(builtWorkspace).then(() => ok('workspace', 'built'), () => fault('workspace', 'not built', 'run "npm start" once')))
  if (config.publicUrl?.startsWith('https:') && !config.trustProxy) {
    findings.push(notice('proxy', 'KONTUAR_URL is https, but KONTUAR_TRUST_PROXY is not 1: everybody seems to come from the proxy, and shares one limit on sign-in', 'set KONTUAR_TRUST_PROXY=1 when the only way in is the proxy'))
  }
  return findings
}

async function checkKey(config: Config): Promise<Finding> {
  if (config.secret !== null) return ok('key', 'given as KONTUAR_SECRET')
  const file = join(config.dataDir, 'secret.key')
  const found = await stat(file).catch(() => null)
  if (found === null) return notice('key', `${file} is not there yet`, 'it is made at the first start; if there was one, restore it: stored mailbox passwords open with no other')
  if ((found.mode & 0o077) !== 0) return fault('key', `${file} can be read by others`, `run "chmod 600 ${file}"`)
  return ok('key', `${file}: keep a copy apart from the backups`)
}
