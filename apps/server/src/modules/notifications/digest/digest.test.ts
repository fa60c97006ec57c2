// Guards the digest: at the person's hour where the organization is, once a day, only what is unread and may be seen, and never lost.
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../channels/sending/testing.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildOrganization, buildStaff, buildToken, type TestStaff } from '../../identity/testing.ts'
import { notify, type NewNotice } from '../notify.ts'
import { setSettings } from '../testing.ts'
import { orderDueDigests } from './jobs.ts'

let kontuar: TestKontuar
let sink: Sink
let org: number
let ewa: TestStaff
let mailboxId: string
let ticketId: string
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' })
  sink = await openSink()
})
afterAll(async () => {
  await sink.close()
  await kontuar.stop()
})
// An organization of its own each: the hour strikes for all people of one at once.
beforeEach(async () => {
  org = (await buildOrganization(kontuar.platform.db, 'Salon Róża')).orgId
  ewa = await buildStaff(kontuar.platform.db, org, 'agent', `ewa-${newId().slice(-8)}@desk.example`)
  sink.taken = []
  sink.onMessage = () => null
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
  ticketId = (await write(async (tx) => buildTicket(tx, await buildMailbox(tx), { subject: 'Buty <script>alert(1)</script>\r\nBcc: all@klient.example' }))).ticketId
  await settings({})
})

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(org, work)
const mailed = { app: true, push: false, mail: true }
const settings = (given: object) => write((tx) => setSettings(tx, ewa.staffId, { kinds: { assigned: mailed, 'customer-answered': mailed, 'task-due': mailed }, digest: { at: '08:00', days: [1, 2, 3, 4, 5] }, ...given }))
const tell = (given: Partial<NewNotice> = {}, at = '2026-01-11T20:00:00Z') => write((tx) => notify(tx, [{ staffId: ewa.staffId, kind: 'assigned', dedupeKey: newId(), ticketId, ...given }], new Date(at)))
/** Warsaw is an hour before UTC in January; the 12th is a Monday. */
const strike = async (at: string) => {
  await orderDueDigests(kontuar.platform, new Date(at))
  await kontuar.runJobs()
}
const ledger = () => write((tx) => tx.query<{ state: string; subject_key: string; detail: string | null; notification_ids: string[] }>(`select state, subject_key, detail, notification_ids from notification_delivery where org_id = $1 and staff_id = $2 and road = 'mail' order by subject_key`, [org, ewa.staffId]))
/** The hour strikes for people of earlier tests too. */
const taken = () => sink.taken.filter((m) => m.to.includes(ewa.email))
const mails = () => Promise.all(taken().map((m) => simpleParser(Buffer.from(m.raw, 'latin1'))))

describe('the hour', () => {
  test('strikes where the organization is, once', async () => {
    await tell()
    await strike('2026-01-12T06:59:59Z')
    expect(await ledger()).toEqual([])
    await strike('2026-01-12T07:00:00Z')
    await strike('2026-01-12T07:01:00Z')
    await Promise.all([strike('2026-01-12T09:00:00Z'), orderDueDigests(kontuar.platform, new Date('2026-01-12T09:00:00Z'))])
    expect(taken()).toHaveLength(1)
    expect(await ledger()).toMatchObject([{ state: 'sent', subject_key: 'digest:2026-01-12' }])
  })

  test.each([
    ['Asia/Vladivostok', '2026-01-11T22:00:00Z', 'digest:2026-01-12'], ['America/New_York', '2026-01-12T13:00:00Z', 'digest:2026-01-12'], ['Asia/Kolkata', '2026-01-12T02:30:00Z', 'digest:2026-01-12'],
    ['Europe/Warsaw', '2026-07-13T06:00:00Z', 'digest:2026-07-13'],
  ])('in %s', async (zone, at, key) => {
    await write((tx) => tx.query('update org set time_zone = $2 where id = $1', [org, zone]))
    await tell({}, '2026-01-11T10:00:00Z')
    await strike(new Date(Date.parse(at) - 1000).toISOString())
    expect(await ledger()).toEqual([])
    await strike(at)
    expect(await ledger()).toMatchObject([{ state: 'sent', subject_key: key }])
  })

  test('that the clock skips strikes when the clock goes on; one that comes twice strikes once', async () => {
    await settings({ digest: { at: '02:30', days: [7] } })
    await tell({}, '2026-03-28T10:00:00Z')
    await strike('2026-03-29T00:59:00Z')
    expect(await ledger()).toEqual([])
    await strike('2026-03-29T01:00:00Z')
    await tell({}, '2026-03-29T20:00:00Z')
    await strike('2026-10-25T00:30:00Z')
    await strike('2026-10-25T01:30:00Z')
    expect((await ledger()).map((d) => d.subject_key)).toEqual(['digest:2026-03-29', 'digest:2026-10-25'])
    expect(taken()).toHaveLength(2)
  })

  test('does not strike on other days', async () => {
    await tell({}, '2026-01-09T20:00:00Z')
    await strike('2026-01-11T12:00:00Z')
    expect(await ledger()).toEqual([])
  })

  test('with nothing to tell passes, and what comes a minute later waits for tomorrow', async () => {
    await strike('2026-01-12T07:00:00Z')
    await tell({}, '2026-01-12T07:01:00Z')
    await strike('2026-01-12T07:02:00Z')
    expect(await ledger()).toMatchObject([{ state: 'dropped', detail: 'nothing to tell' }])
    await strike('2026-01-13T07:00:00Z')
    expect(taken()).toHaveLength(1)
  })
})

describe('a digest', () => {
  test('says of a rule that does not hold any more that it is a rule, and no alert', async () => {
    await settings({ kinds: { alert: mailed, recovery: mailed } })
    await tell({ kind: 'alert', ticketId: null, detail: { alertRuleId: newId(), ruleName: 'Zła ocena', ruleProblem: true } })
    await tell({ kind: 'recovery', ticketId: null, detail: { what: 'conditions' } })
    await strike('2026-01-12T07:00:00Z')
    const [mail] = await mails()
    expect(mail!.text).toMatch(/Reguła alertów wymaga uwagi[^]*Warunki obsługi niskich ocen wymagają uwagi/)
    expect(mail!.text).not.toMatch(/niezadowolon|^\s*Alert/m)
  })

  test('is read on a telephone and as plain text, names tickets, links them, and says why it came and where to change it', async () => {
    await tell()
    await tell({ kind: 'customer-answered', dedupeKey: 'g', grouped: true, interactionId: newId(), detail: { count: 3 } })
    await tell({ kind: 'task-due', ticketId: null })
    await strike('2026-01-12T07:00:00Z')
    const [mail] = await mails()
    expect(mail!.subject).toBe('3\u00a0powiadomienia · Salon Róża')
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail!.headers.get('bcc')).toBeUndefined()
    expect(taken()[0]!.to).toEqual([ewa.email])
    for (const part of [mail!.text!, String(mail!.html)]) {
      expect(part).toContain(`https://desk.example/tickets/${ticketId}`)
      expect(part).toContain('https://desk.example/settings/notifications')
      expect(part).toMatch(/3\u00a0nieprzeczytane powiadomienia w\u00a01\u00a0zgłoszeniu/)
      expect(part).toMatch(/nowe wiadomości od klienta: 3/i)
      expect(part).toMatch(/podsumowanie o\u00a008:00/)
      expect(part).toContain('Pozostałe')
    }
    expect(mail!.html).toContain('width=device-width')
    expect(mail!.html).not.toContain('<script>')
  })

  test('leaves out what was read, what is not wished by mail, and what may not be seen any more; of nothing left none is sent', async () => {
    await tell({ kind: 'mentioned' })
    await tell()
    await orderDueDigests(kontuar.platform, new Date('2026-01-12T07:00:00Z'))
    expect((await ledger())[0]!.notification_ids).toHaveLength(1)
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    await kontuar.runJobs()
    expect(taken()).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'dropped', detail: 'read meanwhile' }])
  })

  test('tells nothing twice, and what woke up again once more', async () => {
    const grouped = { kind: 'customer-answered' as const, dedupeKey: 'g', grouped: true }
    await tell()
    await tell({ ...grouped, interactionId: newId() })
    await strike('2026-01-12T07:00:00Z')
    await strike('2026-01-13T07:00:00Z')
    await tell({ ...grouped, interactionId: newId() }, '2099-01-13T10:00:00Z')
    await strike('2026-01-14T07:00:00Z')
    expect((await mails()).map((m) => m.subject)).toEqual(['2\u00a0powiadomienia · Salon Róża', '1\u00a0powiadomienie · Salon Róża'])
  })

  test('of a hundred tickets is cut, and says how many more', async () => {
    const tickets = await write(async (tx) => { const box = await buildMailbox(tx); return Promise.all(Array.from({ length: 60 }, (_, n) => buildTicket(tx, box, { from: { name: '', address: `k${n}@klient.example` } }))) })
    await write((tx) => notify(tx, tickets.map((t) => ({ staffId: ewa.staffId, kind: 'assigned' as const, dedupeKey: `a:${t.ticketId}`, ticketId: t.ticketId })), new Date('2026-01-11T20:00:00Z')))
    await strike('2026-01-12T07:00:00Z')
    const [mail] = await mails()
    expect(mail!.text!.match(/\/tickets\//g)).toHaveLength(50)
    expect(mail!.text).toContain('oraz 10\u00a0innych zgłoszeń')
  })
})

describe('when it cannot leave', () => {
  const settingsOf = async () => (await kontuar.ask('GET', '/me/notifications', undefined, await buildToken(kontuar.platform.db, org, ewa))).body

  test('for want of a mailbox it waits, the settings say so, and the next one tells it too', async () => {
    await write((tx) => tx.query('update mailbox set retired_at = now() where org_id = $1 and id = $2', [org, mailboxId]))
    await tell()
    await strike('2026-01-12T07:00:00Z')
    expect(await ledger()).toMatchObject([{ state: 'waiting', detail: expect.stringContaining('No mailbox can send') }])
    expect(await settingsOf()).toMatchObject({ mail: { canSend: false } })
    await write((tx) => tx.query('update mailbox set retired_at = null where org_id = $1 and id = $2', [org, mailboxId]))
    expect(await settingsOf()).toMatchObject({ mail: { canSend: true } })
    await strike('2026-01-13T07:00:00Z')
    expect(await ledger()).toMatchObject([{ state: 'dropped', detail: 'told with the next one' }, { state: 'sent' }])
    expect(taken()).toHaveLength(1)
  })

  test('since the brake is on, it waits and leaves when it is released', async () => {
    await write((tx) => tx.query('update org set outgoing_paused = true where id = $1', [org]))
    await tell()
    await strike('2026-01-12T07:00:00Z')
    expect(await ledger()).toMatchObject([{ state: 'waiting', detail: expect.stringContaining('brake') }])
    await write((tx) => tx.query('update org set outgoing_paused = false where id = $1', [org]))
    await write((tx) => tx.query(`update notification_delivery set send_after = now() - interval '1 minute' where org_id = $1`, [org]))
    await write(async (tx) => { tx.enqueue('notifications.sweep', {}) })
    await kontuar.runJobs()
    expect(await ledger()).toMatchObject([{ state: 'sent' }])
  })

  test('the server refuses for now: later; for good: given up with its words', async () => {
    sink.onMessage = () => ({ code: 451, text: 'later please' })
    await tell()
    await strike('2026-01-12T07:00:00Z')
    expect(await ledger()).toMatchObject([{ state: 'waiting', detail: expect.stringContaining('later please') }])
    sink.onMessage = () => ({ code: 554, text: 'never' })
    await strike('2026-01-13T07:00:00Z')
    expect((await ledger())[1]).toMatchObject({ state: 'failed', detail: expect.stringContaining('never') })
  })

  test('a process that died with the mail on the way leaves it counted as sent: perhaps missing, never twice', async () => {
    await tell()
    await orderDueDigests(kontuar.platform, new Date('2026-01-12T07:00:00Z'))
    await write((tx) => tx.query(`update notification_delivery set state = 'sent', claim = gen_random_uuid(), sent_at = now() where org_id = $1`, [org]))
    await kontuar.runJobs()
    expect(taken()).toEqual([])
  })

  test('an address that is a mailbox of ours gets none: it would come back as a ticket', async () => {
    await write((tx) => tx.query('update mailbox set address = $3 where org_id = $1 and id = $2', [org, mailboxId, ewa.email]))
    await tell()
    await strike('2026-01-12T07:00:00Z')
    expect(taken()).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'failed' }])
  })
})
