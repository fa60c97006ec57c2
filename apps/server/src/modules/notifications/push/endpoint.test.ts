// Guards that nobody makes the server post into its own network by calling an address a push service.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ForbiddenEndpoint, isReserved, postTo, publicLookup, readEndpoint } from './endpoint.ts'

describe('an endpoint that is refused', () => {
  test.each([
    'http://updates.push.services.mozilla.com/wpush/v2/x', 'ftp://push.example/x', 'file:///etc/passwd', 'javascript:alert(1)', 'https://', 'nonsense', '',
    'https://127.0.0.1/x', 'https://127.1/x', 'https://2130706433/x', 'https://0x7f000001/x', 'https://0177.0.0.1/x', 'https://[::1]/x', 'https://[::ffff:127.0.0.1]/x', 'https://[::ffff:7f00:1]/x',
    'https://169.254.169.254/latest/meta-data', 'https://10.0.0.5/x', 'https://192.168.1.1/x', 'https://172.31.255.255/x', 'https://100.64.1.1/x', 'https://[fd00::1]/x', 'https://[fe80::1]/x', 'https://[64:ff9b::7f00:1]/x', 'https://[2002:7f00:1::]/x',
    'https://localhost/x', 'https://LOCALHOST./x', 'https://desk.localhost/x', 'https://postgres/x', 'https://metadata.google.internal/x', 'https://printer.local/x',
    'https://push.example:6379/x', 'https://user:secret@push.example/x', 'https://0.0.0.0/x', 'https://255.255.255.255/x',
  ])('%s', (endpoint) => { expect(() => readEndpoint(endpoint, false)).toThrow(/push service/) })
})

test.each(['https://fcm.googleapis.com/fcm/send/abc:def', 'https://updates.push.services.mozilla.com/wpush/v2/gAAA', 'https://web.push.apple.com/QGu', 'https://wns2-par02p.notify.windows.com/w/?token=BQYA', 'https://8.8.8.8/x', 'https://[2001:4860:4860::8888]/x'])(
  'the public service %s is taken', (endpoint) => { expect(readEndpoint(endpoint, false).href).toBe(endpoint) })

test('a name is judged by what it resolves to, when it is used', async () => {
  const said = await new Promise<unknown>((done) => { publicLookup('localhost', { all: true }, (error, addresses) => done([error, addresses])) })
  expect(said).toEqual([expect.any(ForbiddenEndpoint), []])
  await expect(postTo('https://nobody.example.invalid/x', {}, Buffer.from(''), false)).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/)
})

test.each([['127.0.0.1', true], ['93.184.216.34', false], ['::1', true], ['2606:4700::1111', false], ['::ffff:93.184.216.34', true], ['not an address', true]])('%s is reserved: %s', (address, answer) => {
  expect(isReserved(address)).toBe(answer)
})

test('a redirection is not followed, and an endless answer is not read', async () => {
  let asked = 0
  const server = createServer((_request, answer) => {
    asked++
    answer.writeHead(307, { location: '/again' })
    answer.write('x'.repeat(100_000))
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo
  expect(await postTo(`http://127.0.0.1:${port}/x`, {}, Buffer.from('hello'), true)).toEqual({ status: 307, retryAfter: null })
  expect(asked).toBe(1)
  server.closeAllConnections()
  server.close()
})
