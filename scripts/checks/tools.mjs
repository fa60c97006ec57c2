/*
 * Programs the tests drive: a browser and real mail servers. On Debian as root they are installed; elsewhere what is
 * missing is named with the command that installs it, and the tests that need it are skipped by name.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { say, withProgress } from '../launch/say.mjs'

export const tools = [
  { name: 'chromium', file: process.env.KONTUAR_CHROMIUM ?? '/usr/bin/chromium', packages: ['chromium'] },
  { name: 'dovecot', file: '/usr/sbin/dovecot', packages: ['dovecot-imapd'] },
  { name: 'dovecot-lmtp', file: '/usr/lib/dovecot/lmtp', packages: ['dovecot-lmtpd'] },
  { name: 'postfix', file: '/usr/sbin/postfix', packages: ['postfix'] },
]

const findMissing = () => tools.filter(({ file }) => !existsSync(file))

/** @returns {Promise<string[]>} names of what is still missing */
export async function ensureTools() {
  let missing = findMissing()
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (missing.length > 0 && mayInstall) {
    const packages = missing.flatMap((tool) => tool.packages)
    await withProgress(`Installing ${packages.join(', ')} for the tests`, () => install(packages))
    missing = findMissing()
  }
  if (missing.length > 0) {
    say(`Missing for the tests: ${missing.map((tool) => `${tool.name} (${tool.file})`).join(', ')}.`)
    say(`  Tests that need them are skipped. On Debian or Ubuntu: sudo apt-get install ${missing.flatMap((tool) => tool.packages).join(' ')}`)
  }
  return missing.map((tool) => tool.name)
}

const policy = '/usr/sbin/policy-rc.d'

function install(packages) {
  // Exit code 101 keeps the packages from starting system services: the tests run their own on high ports.
  const mine = !existsSync(policy)
  if (mine) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (program, args, input) => spawnSync(program, args, { env, stdio: [input ? 'pipe' : 'ignore', 2, 2], input })
  try {
    if (packages.includes('postfix')) run('debconf-set-selections', [], 'postfix postfix/main_mailer_type select No configuration\n')
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages])
  } finally {
    if (mine) rmSync(policy, { force: true })
  }
}
