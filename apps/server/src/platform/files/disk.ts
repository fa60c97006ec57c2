// Files on disk: <root>/<org>/<first two letters>/<sha256>. Written to a temporary name, synced, renamed,
// and the folder synced, so that after a crash a name either is there with all its bytes or is not there.
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, readdir, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { splitFileKey } from './file-key.ts'
import type { BlobStore } from './store.ts'

export function openDiskStore(root: string): BlobStore {
  const pathOf = (key: string) => {
    const { org, hash } = splitFileKey(key)
    return join(root, org, hash.slice(0, 2), hash)
  }
  const has = (key: string) => access(pathOf(key)).then(() => true, () => false)
  return {
    has,
    async put(key, bytes) {
      if (await has(key)) return
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const temporary = `${path}.${crypto.randomUUID()}.part`
      try {
        const file = await open(temporary, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, path)
      } catch (error) {
        await unlink(temporary).catch(() => {})
        throw error
      }
      await syncFolder(dirname(path))
    },
    get: (key) => readFile(pathOf(key)),
    stream: async (key) => {
      await access(pathOf(key))
      return createReadStream(pathOf(key))
    },
    async *list() {
      for (const org of await readdir(root).catch(() => [])) {
        for (const part of await readdir(join(root, org))) {
          for (const hash of await readdir(join(root, org, part))) if (!hash.endsWith('.part')) yield `${org}/${hash}`
        }
      }
    },
  }
}

async function syncFolder(path: string) {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
