// postgres.log holds little (warnings and worse), but a server runs for years.
import { copyFile, open, stat } from 'node:fs/promises'

const largestBytes = 10 * 1024 * 1024

/** The server writes in append mode, so the file can be emptied under it; one older part is kept. */
export async function rotateLog(path: string): Promise<void> {
  const size = await stat(path).then((s) => s.size, () => 0)
  if (size <= largestBytes) return
  await copyFile(path, `${path}.1`)
  const file = await open(path, 'r+')
  await file.truncate(0)
  await file.close()
}

/** The complaint a failed start left behind: the last FATAL, PANIC or error line after `offset` bytes. */
export async function readComplaint(path: string, offset: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const length = Math.min(Math.max(size - offset, 0), 16_384)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    const lines = buffer.toString('utf8').split('\n').filter((l) => l.trim() !== '')
    const wrongSetting = lines.find((l) => /invalid value|unrecognized configuration|syntax error in file/.test(l))
    const worst = wrongSetting ?? lines.findLast((l) => /FATAL|PANIC|error/i.test(l)) ?? lines.at(-1) ?? 'no reason given'
    return worst.replace(/^[-\d]+ [\d:.]+ [A-Z]+ \[\d+\] /, '')
  } finally {
    await file.close()
  }
}
