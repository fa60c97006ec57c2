// Guards files on disk: whole or not there, whatever happens meanwhile, and never outside their folder.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDiskStore } from './disk.ts'
import { storeBytes, type BlobStore } from './store.ts'

let root: string
let store: BlobStore
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kontuar-files-'))
  store = openDiskStore(root)
})
afterEach(() => rm(root, { recursive: true }))

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

describe('files on disk', () => {
  test('come back as they went, apart for each organization', async () => {
    const { sha256, size } = await storeBytes(store, 1, Buffer.from('umowa'))
    expect({ sha256, size }).toEqual({ sha256: hashOf('umowa'), size: 5 })
    expect((await store.get(`1/${sha256}`)).toString()).toBe('umowa')
    expect(await text(await store.stream(`1/${sha256}`))).toBe('umowa')
    expect(await store.has(`2/${sha256}`)).toBe(false)
    await expect(store.stream(`2/${sha256}`)).rejects.toMatchObject({ code: 'ENOENT' })
  })
  test('the leftover of a crash is no file and no obstacle', async () => {
    const hash = hashOf('list')
    await storeBytes(store, 1, Buffer.from('other'))
    await writeFile(join(root, '1', hashOf('other').slice(0, 2), `${hash}.x.part`), 'half')
    expect(await store.has(`1/${hash}`)).toBe(false)
    await storeBytes(store, 1, Buffer.from('list'))
    expect((await store.get(`1/${hash}`)).toString()).toBe('list')
    expect((await Array.fromAsync(store.list())).sort()).toEqual([`1/${hashOf('other')}`, `1/${hash}`].sort())
  })
  test('fifty writers of one file leave one whole file and nothing else', async () => {
    const bytes = Buffer.alloc(200_000, 'x')
    await Promise.all(Array.from({ length: 50 }, () => storeBytes(store, 1, bytes)))
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(await readdir(join(root, '1', hash.slice(0, 2)))).toEqual([hash])
    expect((await stat(join(root, '1', hash.slice(0, 2), hash))).size).toBe(bytes.length)
  })
  test.each(['', '1', '../etc/passwd', `1/../../${'a'.repeat(64)}`, `../1/${'a'.repeat(64)}`, `1/${'A'.repeat(64)}`, `1/${'a'.repeat(64)}/..`, `1\0/${'a'.repeat(64)}`, `${'9'.repeat(11)}/${'a'.repeat(64)}`])(
    'the hostile key %j leads nowhere', async (key) => {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a file key')
      await expect((async () => store.get(key))()).rejects.toThrow('not a file key')
      expect(await readdir(root)).toEqual([])
    })
})
