// Guards what becomes of a push after each answer of the service.
import { expect, test } from 'vitest'
import { settlePush, type Outcome, type Settled } from './settle-push.ts'

const now = new Date('2026-03-01T10:00:00Z')
const status = (code: number, retryAfter: string | null = null): Outcome => ({ status: code, retryAfter })

test.each<[string, Outcome, number, Partial<Settled>]>([
  ['taken', status(201), 1, { state: 'sent', browser: 'well' }],
  ['the browser has left (404)', status(404), 1, { state: 'failed', browser: 'gone', retryInSeconds: null }],
  ['the browser has left (410)', status(410), 3, { state: 'failed', browser: 'gone' }],
  ['too many, with seconds', status(429, '120'), 1, { state: 'waiting', retryInSeconds: 120, browser: 'unknown' }],
  ['too many, with fewer seconds than our own patience', status(429, '5'), 1, { state: 'waiting', retryInSeconds: 60 }],
  ['too many, with a date', status(429, 'Sun, 01 Mar 2026 10:20:00 GMT'), 1, { state: 'waiting', retryInSeconds: 1200 }],
  ['too many, with a date gone by', status(429, 'Sun, 01 Mar 2026 09:00:00 GMT'), 1, { state: 'waiting', retryInSeconds: 60 }],
  ['too many, with nonsense', status(429, 'soon; drop table'), 2, { state: 'waiting', retryInSeconds: 300 }],
  ['too many, until next week', status(429, '604800'), 1, { state: 'failed', browser: 'failing' }],
  ['broken there', status(503), 2, { state: 'waiting', retryInSeconds: 300 }],
  ['broken there for hours', status(500), 6, { state: 'failed', browser: 'failing' }],
  ['refused: our key is another now', status(403), 1, { state: 'failed', browser: 'failing' }],
  ['refused: too long', status(413), 1, { state: 'failed', browser: 'failing' }],
  ['a redirection', status(307), 1, { state: 'failed', browser: 'failing' }],
  ['no network', { fault: 'ECONNREFUSED', forbidden: false }, 1, { state: 'waiting', retryInSeconds: 60, detail: 'ECONNREFUSED' }],
  ['a private address', { fault: 'forbidden endpoint', forbidden: true }, 1, { state: 'failed', browser: 'failing' }],
])('%s', (_, outcome, attempt, settled) => { expect(settlePush(outcome, attempt, now)).toMatchObject(settled) })
