// Guards the promise behind "250": what is said to be stored is stored, and one bad mail harms no other.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildMail, buildMailbox, SmtpClient } from '../testing.ts'
import { startSmtp } from '../smtp/start-smtp.ts'
import { createCommitQueue } from './commit-queue.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { NewDelivery } from './store-mails.ts'

let kontuar: TestKontuar
let office: string

beforeAll(async () => {
  kontuar = await startTestKontuar()
  office = await buildMailbox(kontuar.platform.db, kontuar.orgA.orgId, 'office@kontuar.test')
})
afterAll(() => kontuar.stop())

const mail = (more: Partial<NewDelivery> = {}): NewDelivery => {
  const raw = Buffer.from(buildMail())
  return { mailboxId: office, source: 'smtp', envelopeFrom: '', envelopeTo: 'office@kontuar.test', receivedAt: new Date(), bytes: { fingerprint: fingerprintOf(raw, new Date()), size: raw.length, raw, sha256: null }, ...more }
}
const stored = async (ids: string[]) => (await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ n: number }>('select count(*)::int as n from mail_delivery where org_id = $1 and id = any ($2)', [kontuar.orgA.orgId, ids])))[0]!.n

/** Lets every `n`th commit fail, half of them after the statements have run. */
function failing(db: Database, n: number): Database {
  let count = 0
  return { ...db, write: (orgId, work) => db.write(orgId, async (tx) => {
    const number = ++count
    if (number % n === 0 && number % 2 === 0) throw Object.assign(new Error('lost before'), { code: '57P01' })
    const result = await work(tx)
    if (number % n === 0) throw Object.assign(new Error('lost after'), { code: '57P01' })
    return result
  }) }
}

describe('commits together', () => {
  test('mail that arrives while a commit is under way shares the next', async () => {
    let commits = 0
    const { db } = kontuar.platform
    const queue = createCommitQueue({ ...db, write: (orgId, work) => {
      commits++
      return db.write(orgId, work)
    } })
    const ids = (await Promise.all(Array.from({ length: 60 }, () => queue.add(kontuar.orgA.orgId, [mail()])))).flat().map((d) => d.id)
    expect(await stored(ids)).toBe(60)
    expect(commits).toBeLessThan(10)
  })

  test('a mail the database refuses fails alone', async () => {
    const queue = createCommitQueue(kontuar.platform.db)
    const results = await Promise.allSettled([mail(), mail({ mailboxId: newId() }), mail(), mail()].map((m) => queue.add(kontuar.orgA.orgId, [m])))
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    await queue.idle()
  })

  test('the same mail several times in one commit is one delivery', async () => {
    const queue = createCommitQueue(kontuar.platform.db)
    const same = mail()
    const ids = (await Promise.all(Array.from({ length: 5 }, () => queue.add(kontuar.orgA.orgId, [same])))).flat().map((d) => d.id)
    expect(new Set(ids).size).toBe(1)
  })
})

test('when the database fails in the middle, exactly the acknowledged mails are there, and none is refused for good', async () => {
  const platform = { ...kontuar.platform, db: failing(kontuar.platform.db, 3) }
  const door = await startSmtp(platform)
  const answers = (await Promise.all(Array.from({ length: 6 }, async () => {
    const client = new SmtpClient(door.port)
    await client.hello()
    const said: string[] = []
    for (let i = 0; i < 15; i++) said.push(await client.send('a@example.com', 'office@kontuar.test', buildMail()))
    client.end()
    return said
  }))).flat()
  await door.stop()
  const acknowledged = answers.filter((a) => a.startsWith('250')).map((a) => a.split(' ').at(-1)!)
  expect(answers.filter((a) => !/^(250|451)/.test(a))).toEqual([])
  expect(await stored(acknowledged)).toBe(acknowledged.length)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
})

test('a recipient cannot be looked up while the database is away: come again, never "unknown"', async () => {
  const away = { ...kontuar.platform.db, query: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) }
  const door = await startSmtp({ ...kontuar.platform, db: away })
  const client = new SmtpClient(door.port)
  await client.hello()
  expect(await client.send('a@example.com', 'office@kontuar.test', buildMail())).toMatch(/^451 4\.3\.0 /)
  client.end()
  await door.stop()
})
