// Large mail under way lies in a file; when the process dies, it stays behind. Its sender was told nothing and sends it again.
import { readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const dayMs = 86_400_000

/** A day old: another process on the same folder may be in the middle of the younger ones. */
export async function clearUnfinished(folder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const age = await stat(path).then((s) => now - s.mtimeMs, () => 0)
    if (name.endsWith('.eml') && age > dayMs) await unlink(path).catch(() => {})
  }
}
