// Guards that only who has the secret is believed, for five minutes; and that the worked example of docs/api/shop-webhook.md is right.
import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkSignature } from './signature.ts'

const secret = 'ktshop_test'
const body = Buffer.from('{"kind":"purchase","number":"1042"}')
const now = 1_770_000_000
const sign = (time: number | string = now, of: Buffer = body, key = secret) => createHmac('sha256', key).update(`${time}.`).update(of).digest('hex')
const check = (header: string | undefined, of = body) => checkSignature(header, of, secret, now)

describe('a signature', () => {
  test.each([0, 299, 300, -299, -300])('of a clock %i seconds off is theirs', (off) => {
    expect(check(`t=${now + off},v1=${sign(now + off)}`)).toBeNull()
  })
  test('may stand among others while the secret changes, in any order, in capitals', () => {
    const other = sign(now, body, 'the old secret')
    expect(check(`t=${now},v1=${other},v1=${sign()}`)).toBeNull()
    expect(check(` v1=${sign().toUpperCase()} , t=${now}, v2=whatever`)).toBeNull()
  })
  test.each<[string, string | undefined, string]>([
    ['none', undefined, 'missing'], ['an empty one', ' ', 'missing'], ['no time', `v1=${sign()}`, 'unreadable'], ['two times', `t=${now},t=${now - 1},v1=${sign()}`, 'unreadable'], ['no digits', `t=now,v1=${sign('now')}`, 'unreadable'],
    ['a time beyond numbers', `t=${'9'.repeat(40)},v1=${sign('9'.repeat(40))}`, 'unreadable'], ['a negative time', `t=-5,v1=${sign('-5')}`, 'unreadable'], ['no signature', `t=${now}`, 'unreadable'],
    ['too short', `t=${now},v1=${sign().slice(2)}`, 'unreadable'], ['too long', `t=${now},v1=${sign()}00`, 'unreadable'], ['base64', `t=${now},v1=${Buffer.from(sign(), 'hex').toString('base64')}`, 'unreadable'],
    ['more than anybody needs', `t=${now},${Array.from({ length: 11 }, () => `v1=${sign()}`).join(',')}`, 'unreadable'], ['a header of 3 KB', `t=${now},v1=${sign()},x=${'a'.repeat(3000)}`, 'unreadable'],
    ['another secret', `t=${now},v1=${sign(now, body, 'guessed')}`, 'wrong'], ['another time than signed', `t=${now - 1},v1=${sign()}`, 'wrong'], ['no secret', `t=${now},v1=${sign(now, body, '')}`, 'wrong'], ['zeros', `t=${now},v1=${'0'.repeat(64)}`, 'wrong'],
    ['a sending overheard', `t=${now - 301},v1=${sign(now - 301)}`, 'too-old'], ['a sending of tomorrow', `t=${now + 301},v1=${sign(now + 301)}`, 'too-early'],
  ])('%s is refused', (_what, header, fault) => {
    expect(check(header)).toBe(fault)
  })
  test('is of the very bytes: one blank more and it is another body', () => {
    expect(check(`t=${now},v1=${sign()}`, Buffer.from(`${body} `))).toBe('wrong')
  })
})

test('the worked example of the documentation is what this code expects', async () => {
  const text = await readFile(new URL('../../../../../../../docs/api/shop-webhook.md', import.meta.url), 'utf8')
  const [, exampleSecret] = /secret:\s+(\S+)/.exec(text)!
  const [, exampleBody] = /body:\s+(\{.+\})/.exec(text)!
  const [, header] = /Kontuar-Signature: (t=\d+,v1=[0-9a-f]{64})/.exec(text)!
  const time = Number(/t=(\d+)/.exec(header!)![1])
  expect(checkSignature(header, Buffer.from(exampleBody!), exampleSecret!, time)).toBeNull()
  expect(checkSignature(header, Buffer.from(`${exampleBody} `), exampleSecret!, time)).toBe('wrong')
})
