// Takes the bytes of one mail as they stream in: small ones stay in memory, larger ones go to a file at once,
// so that a hundred clients with large mails do not fill the memory.
import { createHash } from 'node:crypto'
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileKey, type BlobStore } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/id.ts'
import { Fingerprint } from './fingerprint.ts'
import { mostInlineBytes, type MailBytes } from './store-mails.ts'

export class TooLarge extends Error {}

export interface ReceivedBytes {
  size: number
  fingerprint: string
  /** Makes the bytes durable for one organization, where they are too large for the database. */
  settle(files: BlobStore, orgId: number): Promise<MailBytes>
  /** Removes what lay in a file meanwhile. Always call it. */
  discard(): Promise<void>
}

export interface ReceiveOptions {
  /** Folder for large mail under way. */
  folder: string
  receivedAt: Date
  mostBytes: number
}

/** One large mail at a time is held in memory whole, on its way to the store. */
let turn: Promise<unknown> = Promise.resolve()

/** @throws TooLarge as soon as there are more than `mostBytes`; the stream is left as it is. */
export async function receiveBytes(stream: AsyncIterable<Buffer>, options: ReceiveOptions): Promise<ReceivedBytes> {
  const fingerprint = new Fingerprint(options.receivedAt)
  const sha = createHash('sha256')
  let chunks: Buffer[] = []
  let size = 0
  let path: string | null = null
  let file: FileHandle | null = null
  const discard = async () => {
    await file?.close().catch(() => {})
    file = null
    if (path !== null) await unlink(path).catch(() => {})
  }
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > options.mostBytes) throw new TooLarge(`more than ${options.mostBytes} bytes`)
      fingerprint.update(chunk)
      sha.update(chunk)
      if (file !== null) await file.writeFile(chunk)
      else chunks.push(chunk)
      if (file === null && size > mostInlineBytes) {
        await mkdir(options.folder, { recursive: true })
        path = join(options.folder, `${newId()}.eml`)
        file = await open(path, 'wx', 0o600)
        await file.writeFile(Buffer.concat(chunks))
        chunks = []
      }
    }
    await file?.close()
    file = null
  } catch (error) {
    await discard()
    throw error
  }
  const print = fingerprint.digest()
  if (path === null) {
    const raw = Buffer.concat(chunks)
    return { size, fingerprint: print, settle: async () => ({ fingerprint: print, size, raw, sha256: null }), discard }
  }
  const sha256 = sha.digest('hex')
  const large = path
  return {
    size, fingerprint: print, discard,
    async settle(files, orgId) {
      const put = turn.then(async () => files.put(fileKey(orgId, sha256), await readFile(large)))
      turn = put.catch(() => {})
      await put
      return { fingerprint: print, size, raw: null, sha256 }
    },
  }
}
