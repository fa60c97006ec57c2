// Guards that whoever meets an error code finds it explained.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { errorCodes } from '@kontuar/contracts'

test('docs/api/errors.md explains every code with its status, and no other', async () => {
  const text = await readFile(new URL('../../../../../docs/api/errors.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (\d+) \| (.+) \| (.+) \|$/gm)]
  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(errorCodes)
  for (const [, code, , happened, todo] of rows) expect(Math.min(happened!.length, todo!.length), code).toBeGreaterThan(10)
})
