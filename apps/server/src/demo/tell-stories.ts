// Tells a company's stories for as many tickets as it has, each with another person and time. The choice is
// drawn from a fixed seed: two installations show the same, so screens can be compared.
import { foldText, readMail } from '@kontuar/mime'
import { appendInteraction, receiveMessages } from '../modules/diary/index.ts'
import { fingerprintOf } from '../modules/channels/index.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { newId } from '../platform/id.ts'
import { createStaff } from '../modules/identity/index.ts'
import { buildDesk, type BuiltDesk } from './build-desk.ts'
import { demoPassword, type DemoCompany, type Story } from './company.ts'
import { seeded } from './seeded.ts'

const day = 86_400_000
const mostOpen = 4

const settlement: Record<Story['language'], string> = {
  pl: 'Dzień dobry,\n\nsprawa jest załatwiona. Gdyby coś było jeszcze niejasne, proszę odpisać na tę wiadomość.',
  ru: 'Добрый день!\n\nВопрос решён. Если что-то осталось неясным, просто ответьте на это письмо.',
  en: 'Hello,\n\nthis is settled now. Just reply to this message if anything is still unclear.',
}
const settled = (story: Story): Story => ({
  ...story, ends: 'closed', lines: story.lines.at(-1)!.from === 'staff' ? story.lines : [...story.lines, { from: 'staff', text: settlement[story.language], after: 3 }],
})

/** The people of the demonstration write in the language of their name and address. */
const languageOf = (person: { name: string; address: string }): Story['language'] => (/[а-яё]/i.test(person.name) ? 'ru' : person.address.endsWith('@mail.example') ? 'en' : 'pl')

export async function tellStories(db: Database, orgId: number, adminId: string, company: DemoCompany): Promise<void> {
  const random = seeded(company.name.length * 7919)
  const staff: Keeper[] = [{ id: adminId, name: company.admin.name }]
  // Every one of them may sign in, to try the desk with their eyes.
  for (const person of company.staff) staff.push({ id: (await createStaff(db, orgId, { ...person, password: demoPassword })).staffId, name: person.name })
  const staffIds = new Map([company.admin, ...company.staff].map((person, i) => [person.email, staff[i]!.id]))
  const { mailboxes, desk } = await db.write(orgId, (tx) => buildPlace(tx, company, staffIds))
  const now = Date.now()
  const timesTold = new Map<Story, number>()
  const told = Array.from({ length: company.tickets }, (_, i) => {
    const drawn = company.stories[Math.floor(random() * company.stories.length)]!
    timesTold.set(drawn, (timesTold.get(drawn) ?? 0) + 1)
    // A few of each are still open; the same matter earlier has long been settled.
    const story = timesTold.get(drawn)! <= mostOpen || drawn.ends === 'closed' ? drawn : settled(drawn)
    const people = company.people.filter((p) => languageOf(p) === story.language)
    // The matters still open are young; closed ones lie over the whole month.
    const age = story.ends === 'closed' ? 3 + random() * 27 : story.ends === 'new' ? random() * 0.8 : 1.5 + random() * 4
    return { story, from: people[(i * 5 + Math.floor(random() * 3)) % people.length]!, begins: workTime(now - age * day, random), keeper: staff[Math.floor(random() * staff.length)]! }
  }).sort((a, b) => a.begins - b.begins)

  for (const [i, { story, from, begins, keeper }] of told.entries()) {
    await db.write(orgId, (tx) => tellStory(tx, { story, from, begins, keeper, n: i, desk, mailbox: mailboxes[story.mailbox ?? 0]! }))
  }
}

interface Keeper { id: string; name: string }
interface Place { id: string; name: string; address: string }

async function buildPlace(tx: Tx, company: DemoCompany, staffIds: ReadonlyMap<string, string>) {
  const mailboxes: Place[] = company.mailboxes.map((m) => ({ id: newId(), ...m }))
  for (const m of mailboxes) {
    // Without confirmations: months of old mail would be confirmed today.
    await tx.query(`insert into mailbox (org_id, id, name, address, confirmation) values ($1, $2, $3, $4, '{"enabled": false, "texts": {}}')`, [tx.orgId, m.id, m.name, m.address])
    await tx.query('insert into mailbox_address (org_id, address_key, mailbox_id) values ($1, $2, $3)', [tx.orgId, m.address, m.id])
  }
  return { mailboxes, desk: await buildDesk(tx, company, mailboxes.map((m) => m.id), staffIds) }
}

interface Told { desk: BuiltDesk; story: Story; from: { name: string; address: string }; begins: number; keeper: Keeper; n: number; mailbox: Place }

async function tellStory(tx: Tx, { desk, story, from, begins, keeper: anybody, n, mailbox }: Told) {
  let at = begins
  let keeper = anybody
  let ticketId = ''
  const messageIds: string[] = []
  for (const [i, line] of story.lines.entries()) {
    at = Math.min(at + line.after * 3_600_000, Date.now() - 60_000)
    const messageId = `demo-${tx.orgId}-${n}-${i}@${line.from === 'customer' ? from.address.split('@')[1] : mailbox.address.split('@')[1]}`
    if (line.from === 'customer') {
      const received = await receiveLine(tx, { line: line.text, at, messageId, from, story, mailbox, references: messageIds })
      if (ticketId === '') keeper = await keeperOf(tx, received.ticketId, n) ?? anybody
      ticketId = received.ticketId
    } else if (line.from === 'call') {
      await appendInteraction(tx, {
        id: newId(), ticketId, kind: 'call', direction: 'out', channel: 'phone', mailboxId: null, staffId: keeper.id, at: new Date(at), from: { name: keeper.name, address: '' }, recipients: { to: [], cc: [], bcc: [], replyTo: [] },
        subject: '', text: line.text, visibleText: line.text, html: null, folds: null, messageId: null, inReplyTo: null, contentId: null, attachments: [], byHand: { request: line.text, decision: '', result: '' }, wish: {},
      })
    } else {
      const { visible, segments } = foldText(line.text)
      await appendInteraction(tx, {
        id: newId(), ticketId, kind: line.from === 'note' ? 'note' : 'message', direction: line.from === 'note' ? 'internal' : 'out', channel: 'email', mailboxId: mailbox.id, staffId: keeper.id, at: new Date(at),
        from: { name: mailbox.name, address: mailbox.address }, recipients: { to: line.from === 'note' ? [] : [from], cc: [], bcc: [], replyTo: [] }, subject: `Re: ${story.subject}`,
        text: line.text, visibleText: visible, html: null, folds: segments.length > 1 ? segments.map((s) => [s.kind, s.from, s.to]) : null,
        messageId: line.from === 'note' ? null : messageId, inReplyTo: messageIds.at(-1) ?? null, contentId: null, attachments: [], wish: line.from === 'note' ? {} : { reasonId: desk.reasonOf(story.subject), status: story.lines.slice(i + 1).every((l) => l.from === 'note') ? story.ends : 'waiting' },
      })
    }
    if (line.from === 'customer' || line.from === 'staff') messageIds.push(messageId)
  }
  if (story.ends === 'closed') at = await closeIfOpen(tx, ticketId, keeper, at)
  // Only times are set back; what the ticket is came about by its entries, so that whatever is counted from the diary agrees.
  await tx.query(
    `update ticket set created_at = $3, queued_at = $3, updated_at = $4, closed_at = case when status_category = 'closed' then $4::timestamptz end,
       assignee_id = coalesce(assignee_id, $5), priority = $6, tag_ids = $7, location_id = $8 where org_id = $1 and id = $2`,
    [tx.orgId, ticketId, new Date(begins), new Date(at), story.ends === 'new' ? null : keeper.id, /uczulenie|Brak internetu/i.test(story.subject) && story.ends !== 'closed' ? 'urgent' : /reklamacja/i.test(story.subject) ? 'high' : 'normal',
      desk.tagsOf(story.subject), n % 3 === 0 ? desk.locationIds[n % desk.locationIds.length] : null])
}

/** The customer had the last word, a thank-you: somebody closed the ticket an hour later. Answers when. */
async function closeIfOpen(tx: Tx, ticketId: string, keeper: Keeper, at: number): Promise<number> {
  const [open] = await tx.query<{ status: string; customer_id: string }>(`select status, customer_id from ticket where org_id = $1 and id = $2 and status_category <> 'closed'`, [tx.orgId, ticketId])
  if (open === undefined) return at
  const closedAt = Math.min(at + 3_600_000, Date.now() - 30_000)
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, staff_id, from_name, event) values ($1, $2, $3, $4, 'event', 'internal', 'email', $5, $6, $7, $8)`,
    [tx.orgId, newId(), ticketId, open.customer_id, new Date(closedAt), keeper.id, keeper.name, JSON.stringify({ name: 'ticket-changed', detail: { status: [open.status, 'closed'] } })])
  await tx.query(`update ticket set status = 'closed', status_category = 'closed', waiting_since = null where org_id = $1 and id = $2`, [tx.orgId, ticketId])
  return closedAt
}

/** One of those who serve the queue the first message went to. */
async function keeperOf(tx: Tx, ticketId: string, n: number): Promise<Keeper | null> {
  const serving = await tx.query<Keeper>(
    `select distinct s.id, s.name from ticket t join queue_team q on q.org_id = t.org_id and q.queue_id = t.queue_id join team_member m on m.org_id = q.org_id and m.team_id = q.team_id
       join staff s on s.org_id = m.org_id and s.id = m.staff_id where t.org_id = $1 and t.id = $2 order by s.id`, [tx.orgId, ticketId])
  return serving[n % Math.max(1, serving.length)] ?? null
}

async function receiveLine(tx: Tx, given: { line: string; at: number; messageId: string; from: { name: string; address: string }; story: Story; mailbox: Place; references: string[] }) {
  const { from, mailbox, references } = given
  const at = new Date(given.at)
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const raw = Buffer.from([
    `From: ${encoded(from.name)} <${from.address}>`, `To: ${encoded(mailbox.name)} <${mailbox.address}>`, `Subject: ${encoded(references.length > 0 ? `Re: ${given.story.subject}` : given.story.subject)}`,
    `Date: ${at.toUTCString()}`, `Message-ID: <${given.messageId}>`, ...(references.length > 0 ? [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((r) => `<${r}>`).join(' ')}`] : []),
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', ...given.line.split('\n'), '',
  ].join('\r\n'))
  const mail = await readMail(raw)
  const contentId = newId()
  await tx.query('insert into mail_content (org_id, id, fingerprint, size, raw) values ($1, $2, $3, $4, $5)', [tx.orgId, contentId, fingerprintOf(raw, at), raw.length, raw])
  await tx.query(`insert into mail_delivery (org_id, id, mailbox_id, content_id, source, state, received_at, envelope_from, envelope_to) values ($1, $2, $3, $4, 'smtp', 'read', $5, $6, $7)`, [tx.orgId, newId(), mailbox.id, contentId, at, from.address, mailbox.address])
  const [received] = await receiveMessages(tx, [{
    channel: 'email', mailboxId: mailbox.id, contentId, at, from: mail.from, recipients: { to: mail.to, cc: mail.cc, bcc: [], replyTo: mail.replyTo }, subject: mail.subject, text: mail.text, visibleText: mail.folds.visible,
    html: mail.html, folds: mail.folds.segments.length > 1 ? mail.folds.segments.map((s) => [s.kind, s.from, s.to]) : null, messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references,
    replyAddressTicket: null, bodyMarkerTicket: null, automatic: false, mailClass: 'personal', bounce: null, language: given.story.language, warnings: [], attachments: [],
  }])
  await tx.query('update mail_content set interaction_id = $3 where org_id = $1 and id = $2', [tx.orgId, contentId, received!.interactionId])
  return received!
}

/** Within 7:00 and 21:00 UTC, when people write. */
function workTime(at: number, random: () => number): number {
  const date = new Date(at)
  if (date.getUTCHours() >= 6 && date.getUTCHours() < 20) return at
  const moved = date.setUTCHours(7 + Math.floor(random() * 12), Math.floor(random() * 60))
  return moved > Date.now() ? at - day / 3 : moved
}
