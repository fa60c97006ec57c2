// Guards files in S3-compatible storage: what we send is signed and carries its hash, faults pass, keys cannot wander.
// The storage is a local double that checks the signature itself.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openS3Store, type S3Settings } from './s3.ts'
import type { BlobStore } from './store.ts'

const settings: S3Settings = { endpoint: '', bucket: 'kontuar', region: 'eu-central-1', accessKeyId: 'KEY', secretAccessKey: 'SECRET' }
const objects = new Map<string, Buffer>()
let faults: number[] = []
let seen: { method: string; path: string }[] = []

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** AWS signature version 4, made again from what arrived. */
function isSigned(request: IncomingMessage): boolean {
  const given = /Credential=(\S+?)\/(\d{8})\/(\S+?)\/s3\/aws4_request, SignedHeaders=(\S+?), Signature=(\w+)/.exec(request.headers.authorization ?? '')
  if (given === null) return false
  const [, key, date, region, names, signature] = given
  const { pathname, searchParams } = new URL(request.url!, 'http://x')
  const enc = (s: string) => encodeURIComponent(s).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...searchParams].map(([k, v]) => `${enc(k)}=${enc(v)}`).sort().join('&')
  const canonical = [request.method, pathname, query, ...names!.split(';').map((n) => `${n}:${String(request.headers[n])}`), '', names, request.headers['x-amz-content-sha256']].join('\n')
  const signing = hmac(hmac(hmac(hmac(`AWS4${settings.secretAccessKey}`, date!), region!), 's3'), 'aws4_request')
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], `${date}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  return key === 'KEY' && createHmac('sha256', signing).update(toSign).digest('hex') === signature
}

const server = createServer((request, response) => {
  void (async () => {
    const body: Buffer[] = []
    for await (const piece of request) body.push(piece as Buffer)
    const bytes = Buffer.concat(body)
    const { pathname, searchParams } = new URL(request.url!, 'http://x')
    seen.push({ method: request.method!, path: pathname })
    const answer = (status: number, content: string | Buffer = '') => response.writeHead(status).end(content)
    const fault = faults.shift()
    if (fault === 0) return request.socket.destroy()
    if (fault !== undefined) return answer(fault, '<Error><Code>SlowDown</Code></Error>')
    if (!isSigned(request)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    if (request.headers['x-amz-content-sha256'] !== sha256(bytes)) return answer(400, '<Error><Code>XAmzContentSHA256Mismatch</Code></Error>')
    const key = pathname.replace('/kontuar/', '')
    if (searchParams.get('list-type') === '2') {
      const keys = [...objects.keys()].sort()
      const from = Number(searchParams.get('continuation-token')?.split('&')[1] ?? 0)
      const next = from + 2 < keys.length ? `<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;${from + 2}</NextContinuationToken>` : '<IsTruncated>false</IsTruncated>'
      return answer(200, `<ListBucketResult>${keys.slice(from, from + 2).map((k) => `<Contents><Key>${k}</Key></Contents>`).join('')}${next}</ListBucketResult>`)
    }
    if (request.method === 'PUT') objects.set(key, bytes)
    const found = objects.get(key)
    return found === undefined ? answer(404) : answer(200, request.method === 'GET' ? found : '')
  })()
})

let store: BlobStore
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  store = openS3Store(settings, { firstPauseMs: 1 })
})
afterAll(() => { server.close(); server.closeAllConnections() })
beforeEach(() => { objects.clear(); faults = []; seen = [] })

const keyOf = (content: string, org = 1) => `${org}/${sha256(content)}`

describe('files in S3', () => {
  test('come back as they went, whole and streamed', async () => {
    await store.put(keyOf('zażółć'), Buffer.from('zażółć'))
    expect((await store.get(keyOf('zażółć'))).toString()).toBe('zażółć')
    expect(await text(await store.stream(keyOf('zażółć')))).toBe('zażółć')
    expect(await store.has(keyOf('zażółć'))).toBe(true)
    expect(await store.has(keyOf('other'))).toBe(false)
  })
  test('are not sent twice', async () => {
    await store.put(keyOf('a'), Buffer.from('a'))
    await store.put(keyOf('a'), Buffer.from('a'))
    expect(seen.filter((s) => s.method === 'PUT')).toHaveLength(1)
  })
  test.each([[[503, 500]], [[0, 429]]])('arrive in spite of passing faults %j', async (given) => {
    faults = [...given]
    await store.put(keyOf('b'), Buffer.from('b'))
    expect(objects.get(keyOf('b'))?.toString()).toBe('b')
  })
  test('a storage that stays away is named', async () => {
    faults = [503, 503, 503, 503]
    await expect(store.get(keyOf('c'))).rejects.toThrow(/refused \(503 SlowDown\)/)
    faults = [0, 0, 0, 0]
    await expect(store.get(keyOf('c'))).rejects.toMatchObject({ code: 'unreachable' })
  })
  test('a missing file has a code of its own', async () => {
    await expect(store.get(keyOf('nowhere'))).rejects.toMatchObject({ code: 'NoSuchKey' })
  })
  test('wrong credentials are refused and not tried again', async () => {
    await expect(openS3Store({ ...settings, secretAccessKey: 'WRONG' }).get(keyOf('a'))).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
    expect(seen).toHaveLength(1)
  })
  test('are listed over several pages', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'].map((c) => keyOf(c)).sort()
    for (const key of keys) objects.set(key, Buffer.from(''))
    expect(await Array.fromAsync(store.list())).toEqual(keys)
  })
  test.each(['', '1', '1/..', `1/../../${'a'.repeat(64)}`, `1/${'A'.repeat(64)}`, `1/${'a'.repeat(64)}/x`, `-1/${'a'.repeat(64)}`])('the hostile key %j is no address', async (key) => {
    await expect(store.get(key)).rejects.toThrow('not a file key')
    expect(seen).toEqual([])
  })
})
