// Files in S3-compatible storage (AWS, MinIO, Ceph, Garage …): signature version 4, path style, since own domains
// for buckets are rare outside AWS. The hash of the content is signed along, so what arrives damaged is refused there.
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { ReadableStream } from 'node:stream/web'
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Config } from '../config.ts'
import { splitFileKey } from './file-key.ts'
import type { BlobStore } from './store.ts'

export type S3Settings = NonNullable<Config['s3']>

/** Code `NoSuchKey`, or the status of the answer. */
export class S3Error extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const tries = 4
const firstPauseMs = 100
const timeoutMs = 60_000
const ofNothing = createHash('sha256').digest('hex')

/** @param options.firstPauseMs before the second try; doubles with each */
export function openS3Store(settings: S3Settings, options: { firstPauseMs?: number } = {}): BlobStore {
  const client = new AwsClient({ accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey, region: settings.region, service: 's3', retries: 0 })
  const root = `${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`
  const addressOf = (key: string) => {
    const { org, hash } = splitFileKey(key)
    return `${root}/${org}/${hash}`
  }

  /** Network faults, 429 and 5xx pass; each try is signed anew, since a signature is good for minutes. */
  async function ask(method: string, address: string, body?: Uint8Array): Promise<Response> {
    const hash = body === undefined ? ofNothing : createHash('sha256').update(body).digest('hex')
    for (let attempt = 1; ; attempt++) {
      const last = attempt === tries
      try {
        const answer = await client.fetch(address, {
          method, headers: { 'x-amz-content-sha256': hash }, signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        })
        if (last || (answer.status < 500 && answer.status !== 429)) return answer
        await answer.body?.cancel()
      } catch (error) {
        if (last) throw new S3Error('unreachable', `The file storage does not answer: ${(error as Error).cause instanceof Error ? ((error as Error).cause as Error).message : (error as Error).message}`)
      }
      await pause((options.firstPauseMs ?? firstPauseMs) * 2 ** (attempt - 1))
    }
  }

  async function read(key: string): Promise<Response> {
    const answer = await ask('GET', addressOf(key))
    if (!answer.ok) throw await fault(answer)
    return answer
  }

  return {
    async put(key, bytes) {
      const address = addressOf(key)
      if (await exists(address)) return
      const answer = await ask('PUT', address, bytes)
      if (!answer.ok) throw await fault(answer)
      await answer.body?.cancel()
    },
    get: async (key) => Buffer.from(await (await read(key)).arrayBuffer()),
    async stream(key) {
      const { body } = await read(key)
      return body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream)
    },
    has: (key) => exists(addressOf(key)),
    async *list() {
      for (let token: string | null = null, first = true; first || token !== null; first = false) {
        const query: string = new URLSearchParams({ 'list-type': '2', 'max-keys': '1000', ...(token === null ? {} : { 'continuation-token': token }) }).toString()
        const answer = await ask('GET', `${root}?${query}`)
        if (!answer.ok) throw await fault(answer)
        const page = await answer.text()
        for (const [, key] of page.matchAll(/<Key>(\d{1,10}\/[0-9a-f]{64})<\/Key>/g)) yield key!
        token = /<IsTruncated>true<\/IsTruncated>/.test(page) ? plain(/<NextContinuationToken>([^<]+)</.exec(page)?.[1] ?? null) : null
      }
    },
  }

  async function exists(address: string): Promise<boolean> {
    const answer = await ask('HEAD', address)
    if (answer.ok) return true
    if (answer.status === 404) return false
    throw await fault(answer)
  }
}

const plain = (xml: string | null) => xml?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? null

async function fault(answer: Response): Promise<S3Error> {
  const text = (await answer.text().catch(() => '')).slice(0, 10_000)
  const code = /<Code>([\w.]+)<\/Code>/.exec(text)?.[1] ?? (answer.status === 404 ? 'NoSuchKey' : String(answer.status))
  return new S3Error(code, `The file storage refused (${answer.status} ${code}): check the S3 settings if this stays.`)
}
