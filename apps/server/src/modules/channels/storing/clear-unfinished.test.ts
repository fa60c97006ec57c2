// Guards the folder of mail under way: it neither grows for ever nor loses what is being received.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearUnfinished } from './clear-unfinished.ts'

test('files of the day stay, older ones go, a missing folder is no matter', async () => {
  const folder = await mkdtemp('/tmp/kontuar-incoming-')
  await writeFile(join(folder, 'a.eml'), 'x')
  await clearUnfinished(folder)
  expect(await readdir(folder)).toEqual(['a.eml'])
  await clearUnfinished(folder, Date.now() + 2 * 86_400_000)
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true })
  await clearUnfinished(folder)
})
