// Programs of the machine that a test drives. Where one is missing, the test is skipped and its name says why.
import { existsSync } from 'node:fs'
import { describe } from 'vitest'

const files = {
  chromium: process.env['KONTUAR_CHROMIUM'] ?? '/usr/bin/chromium',
  dovecot: '/usr/sbin/dovecot',
  'dovecot-lmtp': '/usr/lib/dovecot/lmtp',
  postfix: '/usr/sbin/postfix',
}

export type Tool = keyof typeof files

export const chromiumPath = files.chromium

/** Like `describe`, for stories that need these programs. */
export function describeWith(tools: Tool[], name: string, body: () => void): void {
  const missing = tools.filter((tool) => !existsSync(files[tool]))
  describe.skipIf(missing.length > 0)(missing.length === 0 ? name : `${name} (needs ${missing.join(', ')})`, body)
}
