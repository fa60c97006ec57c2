// One sending: looked at, filled, made, stored, mailed, settled.
import { dayIn, type FilledReport } from '@kontuar/contracts'
import { recordFiles, storeBytes } from '../../../platform/files/store.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { notificationPorts, type MailOutcome, type SystemMail } from '../../notifications/index.ts'
import { inLanguage } from '../definitions/ready-made.ts'
import { fillReport, type Filled, type SharedFigures } from '../filling/fill-report.ts'
import { allowToLeave, mostAttempts, type Claimed } from './claim-sending.ts'
import { makeReport, type MadeFile, type MadeReport } from './make-report.ts'
import { addressKey, pauseToken } from './pause-link.ts'
import { settleSending, type Outcome } from './settle-sending.ts'
import { whoGetsIt, type Addressee } from './who-gets-it.ts'

/** Beyond this most mail servers take nothing, base64 on top of it. */
const largestFiles = 15 * 1024 * 1024

/** @param shared of sendings of the same run, not older than a few seconds */
export async function sendOne(platform: Platform, orgId: number, sending: Claimed, shared: SharedFigures): Promise<void> {
  const outcome = await tryOne(platform, orgId, sending, shared)
  await platform.db.write(orgId, (tx) => settleSending(tx, sending, outcome))
}

async function tryOne(platform: Platform, orgId: number, sending: Claimed, shared: SharedFigures): Promise<Outcome> {
  const { db, log } = platform
  if (sending.attempts > mostAttempts) return { state: 'failed', detail: `The program stopped each of the ${mostAttempts} times it was made.` }
  const turn = await db.read(orgId, (tx) => whoGetsIt(platform, tx, sending, new Date()))
  if (turn.gets === null) return { state: turn.state, detail: turn.detail }
  let made: MadeReport
  try {
    const filled = await fillFor(platform, orgId, sending, turn.gets, shared)
    if (filled.problems.length > 0) return { state: 'failed', detail: filled.problems.join(' ') }
    if (filled.empty && !sending.asked) return { state: 'nothing', detail: 'Nothing happened in what it is about.' }
    made = await makeReport(platform, orgId, filled.report, sending.formats)
    const size = made.files.reduce((sum, f) => sum + f.content.length, 0)
    if (size > largestFiles) return { state: 'failed', detail: `Its files are ${Math.ceil(size / 1024 / 1024)} MB, more than mail servers take: leave out a format, or shorten it.` }
    if (!(await keepFiles(platform, orgId, sending, [...made.files, made.shown]))) return { state: 'stopped', detail: null }
  } catch (error) {
    if (error instanceof Refusal) return { state: 'failed', detail: error.message }
    log.warn({ err: error, sendingId: sending.id }, 'report could not be made')
    // A database that went away comes back; a picture that cannot be drawn never will.
    return sending.attempts < 3 ? { state: 'later', detail: sentenceOf(error), minutes: 1, counts: true } : { state: 'failed', detail: sentenceOf(error) }
  }
  return toOutcome(await notificationPorts().sendMail(platform, orgId, mailOf(platform, orgId, sending, turn.gets, made), () => db.write(orgId, (tx) => allowToLeave(tx, sending.id, sending.claim))))
}

const sentenceOf = (error: unknown) => `It could not be made: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500)

function toOutcome(outcome: MailOutcome): Outcome {
  if (outcome.kind === 'sent') return outcome.unanswered ? { state: 'uncertain', detail: 'The mail server took it and did not answer: it may have arrived.' } : { state: 'sent' }
  return outcome.kind === 'refused' ? { state: 'failed', detail: outcome.detail } : { state: 'later', detail: outcome.detail, minutes: 5, counts: false }
}

async function fillFor(platform: Platform, orgId: number, sending: Claimed, { row, language, reader }: Addressee, shared: SharedFigures): Promise<Filled> {
  const { publicUrl } = platform
  const zone = await platform.db.read(orgId, timeZoneOf)
  return fillReport(platform, orgId, {
    reportId: row.id, definition: inLanguage(row.ready_made, sending.definition, language), comment: sending.comment, scope: sending.scope, language,
    days: { from: dayIn(sending.period_from, zone), to: dayIn(sending.period_to, zone) }, sight: row.owner_held ? row.owner_id : null, reader, because: sending.because,
    // Whoever cannot sign in has no use for it.
    link: reader.staffId !== null && sending.formats.includes('link') ? liveLink(publicUrl(), row.id, sending.scope) : '', pauseLink: pauseLink(platform, orgId, sending), shared,
  })
}

export const liveLink = (publicUrl: string, reportId: string, scope: FilledReport['scope']): string => `${publicUrl}/reports/${reportId}${scope === null ? '' : `?for=${encodeURIComponent(scope.key)}`}`

function pauseLink({ crypto, publicUrl }: Platform, orgId: number, { report_id: reportId, staff_id: staffId, address }: Claimed): string {
  return `${publicUrl()}/r/${pauseToken(crypto, { orgId, reportId, who: staffId === null ? { addressKey: addressKey(crypto, address) } : { staffId } })}`
}

/** The bytes are safe before a row names them. False: somebody else has taken it over. */
async function keepFiles({ db, files }: Platform, orgId: number, sending: Claimed, made: readonly MadeFile[]): Promise<boolean> {
  const stored = await Promise.all(made.map(async ({ format, name, content }) => ({ format, name, ...await storeBytes(files, orgId, content) })))
  return db.write(orgId, async (tx) => {
    await recordFiles(tx, stored)
    const held = await tx.query(`update report_sending set state = 'made', files = $4, updated_at = clock_timestamp() where org_id = $1 and id = $2 and claim = $3 and state = 'making' returning id`, [orgId, sending.id, sending.claim, JSON.stringify(stored)], 'report-made')
    return held.length > 0
  })
}

function mailOf(platform: Platform, orgId: number, sending: Claimed, { to, language }: Addressee, { mail, files }: MadeReport): SystemMail {
  return {
    to, subject: mail.subject, text: mail.text, html: mail.html, messageKey: sending.message_key, language, unsubscribeUrl: pauseLink(platform, orgId, sending),
    files: [...mail.pictures.map(({ cid, png }) => ({ name: `${cid.replace(/[^\w-]+/g, '-')}.png`, type: 'image/png', content: Buffer.from(png), contentId: cid })), ...files.map(({ name, type, content }) => ({ name, type, content, contentId: null }))],
  }
}
