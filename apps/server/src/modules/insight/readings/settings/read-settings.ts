// How texts are read. Nothing stored means: by our own classifier, topics too, and nothing leaves the machine.
import type { ReadingSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export interface EndpointState { ok: boolean; detail: string; at: string }
export interface StoredSettings {
  on: boolean
  topics: boolean
  endpoint: { url: string; model: string } | null
  /** How the endpoint answered last. */
  state?: EndpointState | null
  /** When the reading of what was written before was ordered. */
  pastOrderedAt?: string
}
export interface SettingsRow extends StoredSettings { secret: string | null }

const usual: StoredSettings = { on: true, topics: true, endpoint: null }

export async function readSettings(tx: Tx, lock = false): Promise<SettingsRow> {
  const [row] = await tx.query<{ definition: StoredSettings; secret: Buffer | null }>(`select definition, secret from reading_setting where org_id = $1${lock ? ' for update' : ''}`, [tx.orgId], lock ? 'lock-reading-settings' : 'reading-settings')
  return { ...usual, ...row?.definition, secret: row?.secret?.toString('utf8') ?? null }
}

export async function presentSettings(tx: Tx): Promise<ReadingSettings> {
  const { on, topics, endpoint, state, secret } = await readSettings(tx)
  const learned = await tx.query<{ name: string; examples: number; at: Date }>(`select name, examples, at from learned where org_id = $1 and name in ('sentiment', 'topics')`, [tx.orgId], 'how-much-is-learnt')
  const of = (name: string) => learned.find((row) => row.name === name)
  return {
    on, topics, endpoint: endpoint === null ? null : { ...endpoint, secretSet: secret !== null, state: state ?? null },
    learned: { corrections: of('sentiment')?.examples ?? 0, topicExamples: of('topics')?.examples ?? 0, at: learned.length === 0 ? null : new Date(Math.max(...learned.map((row) => row.at.getTime()))).toISOString() },
  }
}
