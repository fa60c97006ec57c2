// Asks the endpoint about texts our own classifier has read already. While one is asked no transaction is open; where it fails, what was
// read stands, and the settings say why.
import type { Tx } from '../../../../platform/db/database.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { readingChanged } from '../keep/write-readings.ts'
import { readSettings, type SettingsRow } from '../settings/read-settings.ts'
import { textsOfAnswers, textsOfEntries, type CustomerText } from '../texts/customer-texts.ts'
import { askEndpoint, EndpointTrouble } from './ask-endpoint.ts'
import { openEndpoint } from './open-endpoint.ts'
import type { Asking } from './order-asking.ts'
import type { EndpointReading } from './read-answer.ts'

/** After a failure it is left alone for so long: a thousand mails must not wait for a thousand time limits. */
const restMs = 60_000

const ofOurOwn = 'Dziękuję, wszystko przyszło na czas.'

interface Asked extends CustomerText { readAt: string }

export async function readByEndpoint(platform: Platform, orgId: number, { texts, trial = false }: Asking): Promise<void> {
  const { db } = platform
  const { settings, asked } = await db.read(orgId, async (tx) => ({ settings: await readSettings(tx), asked: await readAsked(tx, texts) }))
  if (!settings.on || settings.endpoint === null || (rests(settings) && !trial)) return
  try {
    const endpoint = openEndpoint(platform, orgId, settings)!
    if (trial) await askEndpoint(endpoint, ofOurOwn)
    for (const text of asked) {
      const says = await askEndpoint(endpoint, text.text)
      await db.write(orgId, (tx) => writeReading(tx, text, says, endpoint.model))
    }
    if ((trial || asked.length > 0) && settings.state?.ok !== true) await noteState(platform, orgId, settings, { ok: true, detail: '' })
  } catch (error) {
    if (!(error instanceof EndpointTrouble)) throw error
    await noteState(platform, orgId, settings, { ok: false, detail: error.message })
  }
}

const rests = ({ state }: SettingsRow): boolean => state?.ok === false && Date.now() - Date.parse(state.at) < restMs

/** With the moment they were read at: a comment that grows meanwhile is asked about anew, by its own job. */
async function readAsked(tx: Tx, texts: Asking['texts']): Promise<Asked[]> {
  const of = (subject: CustomerText['subject']) => texts.filter((t) => t.subject === subject).map((t) => t.id)
  const found = [...await textsOfEntries(tx, of('interaction')), ...await textsOfAnswers(tx, of('answer'))]
  const rows = await tx.query<{ id: string; read_at: string }>(`select id, read_at::text as read_at from reading where org_id = $1 and id = any ($2) and by = 'classifier'`, [tx.orgId, found.map((t) => t.id)], 'readings-to-ask-about')
  const readAt = new Map(rows.map((row) => [row.id, row.read_at]))
  return found.filter((text) => readAt.has(text.id)).map((text) => ({ ...text, readAt: readAt.get(text.id)! }))
}

/** What it leaves of certainty is shared by the two others. A person who spoke meanwhile is not contradicted. */
async function writeReading(tx: Tx, text: Asked, { language, sentiment, confidence }: EndpointReading, model: string): Promise<void> {
  const probabilities = (['negative', 'neutral', 'positive'] as const).map((each) => (each === sentiment ? confidence : (1 - confidence) / 2))
  const rows = await tx.query(
    `update reading set language = coalesce($4, language), sentiment = $5, confidence = $6, probabilities = $7, by = 'endpoint', model = $8, read_at = clock_timestamp()
     where org_id = $1 and id = $2 and by = 'classifier' and read_at = $3::timestamptz returning id`, [tx.orgId, text.id, text.readAt, language, sentiment, confidence, probabilities, model], 'write-reading-of-endpoint')
  if (rows.length > 0) tx.publish(readingChanged(text))
}

/** Of the endpoint that was asked: it may have been replaced meanwhile. */
async function noteState({ db, log }: Platform, orgId: number, { endpoint }: SettingsRow, state: { ok: boolean; detail: string }): Promise<void> {
  if (!state.ok) log.warn({ orgId, detail: state.detail }, 'the endpoint that reads texts failed; our own classifier reads on')
  await db.write(orgId, async (tx) => {
    const rows = await tx.query(
      `update reading_setting set definition = jsonb_set(definition, '{state}', $3) where org_id = $1 and definition->'endpoint' = $2::jsonb returning 1`,
      [orgId, JSON.stringify(endpoint), JSON.stringify({ ...state, at: new Date().toISOString() })], 'note-endpoint-state')
    if (rows.length > 0) tx.publish({ name: 'insight.readingSettingsChanged', ids: {} })
  })
}
