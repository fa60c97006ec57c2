// Published definitions. A version never changes, so a process keeps those it has read: opening a page then costs no query for it.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/refusal.ts'

/** Of a definition some kilobytes; the largest one allowed may take a megabyte. */
const most = 200
/** The least recently used first. By database: a process may hold several, in tests at least, and ids of organizations repeat. */
const kept = new WeakMap<Database, Map<string, SurveyDefinition>>()

/**
 * Whoever gets it must not change it: others read the same object.
 * @param within the transaction one is in: a second connection taken meanwhile could starve the pool
 * @throws Refusal `not-found`
 */
export async function readVersion(db: Database, orgId: number, surveyId: string, version: number, within?: Tx): Promise<SurveyDefinition> {
  const versions = kept.get(db) ?? new Map<string, SurveyDefinition>()
  kept.set(db, versions)
  const key = `${orgId} ${surveyId} ${version}`
  const definition = versions.get(key) ?? (within === undefined ? await db.read(orgId, (tx) => getVersionDefinition(tx, surveyId, version)) : await getVersionDefinition(within, surveyId, version))
  versions.delete(key)
  versions.set(key, definition)
  if (versions.size > most) versions.delete(versions.keys().next().value!)
  return definition
}

/** Within a transaction, without the memory above. @throws Refusal `not-found` */
export async function getVersionDefinition(tx: Tx, surveyId: string, version: number): Promise<SurveyDefinition> {
  const [row] = await tx.query<{ definition: SurveyDefinition }>('select definition from survey_version where org_id = $1 and survey_id = $2 and version = $3', [tx.orgId, surveyId, version], 'survey-version')
  if (row === undefined) throw notFound('version of the survey')
  return row.definition
}
