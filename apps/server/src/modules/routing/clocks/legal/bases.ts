// The law, by version: adding one, and the list.
import type { LegalBasis, NewLegalBasis } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { orRefuse } from '../calendars/check-definition.ts'
import { countTerm } from './count-term.ts'
import { isDay } from './days.ts'

interface Row { code: string; version: number; name: string; ready_made: string | null; term: LegalBasis['term']; internal_target: LegalBasis['term'] | null; consequence: string; source: string; source_url: string; remind_days: number[]; valid_from: string; retired: boolean }

const present = (r: Row): LegalBasis => ({
  code: r.code, version: r.version, name: r.name, readyMade: r.ready_made, term: r.term, internalTarget: r.internal_target, consequence: r.consequence, source: r.source, sourceUrl: r.source_url,
  remindDays: r.remind_days, validFrom: r.valid_from, retired: r.retired,
})
const columns = 'code, version, name, ready_made, term, internal_target, consequence, source, source_url, remind_days, valid_from::text, retired_at is not null as retired'

/** All versions, the newest of each first. */
export const listBases = async (tx: Tx): Promise<LegalBasis[]> => (await tx.query<Row>(`select ${columns} from legal_basis where org_id = $1 order by code, version desc`, [tx.orgId], 'list-legal-bases')).map(present)

export async function addBasis(tx: Tx, actor: Actor, given: Static<typeof NewLegalBasis>): Promise<LegalBasis> {
  const { code, term, internalTarget, validFrom } = given
  const name = storable(given.name).trim()
  if (name === '') throw new Refusal('invalid-input', 'A legal basis needs a name of at least one letter.', { name: 'is empty' })
  if (!isDay(validFrom)) throw new Refusal('invalid-input', 'The date from which it holds is none: write it YYYY-MM-DD, with a day that exists.', { validFrom: 'is no date' })
  const counted = orRefuse(() => countTerm({ term, internal_target: internalTarget }, validFrom, 'UTC', 'en'), 'term')
  if (counted.internalDay !== null && counted.internalDay > counted.lastDay) throw new Refusal('invalid-input', 'The target of our own ends after the term of the law: make it shorter.', { internalTarget: 'is longer than the term' })
  if (given.sourceUrl && !/^https?:\/\/\S+$/.test(given.sourceUrl)) throw new Refusal('invalid-input', 'The address of the source has to begin with https:// or http://.', { sourceUrl: 'is no address' })
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2, 0))`, [tx.orgId, `legal-basis ${code}`], 'lock-legal-basis')
  const [before] = await tx.query<{ version: number; valid_from: string }>('select version, valid_from::text from legal_basis where org_id = $1 and code = $2 order by version desc limit 1', [tx.orgId, code], 'newest-legal-basis')
  if (before !== undefined && validFrom <= before.valid_from) throw new Refusal('conflict', `The version before holds from ${before.valid_from}: a new one has to begin later, since complaints keep the law they were received under.`, { validFrom: 'is not later' })
  const version = (before?.version ?? 0) + 1
  await tx.query(
    `insert into legal_basis (org_id, code, version, name, term, internal_target, consequence, source, source_url, remind_days, valid_from, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.orgId, code, version, name, JSON.stringify(term), internalTarget === null ? null : JSON.stringify(internalTarget), storable(given.consequence ?? ''), storable(given.source), storable(given.sourceUrl ?? ''),
      [...new Set(given.remindDays ?? [3, 1, 0])].toSorted((a, b) => b - a), validFrom, actor.staffId], 'add-legal-basis')
  await audit(tx, actor, 'legal-basis.added', { kind: 'legal-basis', id: code }, { version, validFrom })
  const [row] = await tx.query<Row>(`select ${columns} from legal_basis where org_id = $1 and code = $2 and version = $3`, [tx.orgId, code, version], 'added-legal-basis')
  return present(row!)
}
