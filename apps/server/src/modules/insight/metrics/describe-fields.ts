// What conditions over numbers may ask, for the screen that builds them.
import { operatorsOf } from '@kontuar/conditions'
import type { listMetricFields, ResponseOf } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { factFields, readFieldWords } from './where/fields.ts'

type Field = ResponseOf<typeof listMetricFields>['items'][number]

/** Lists the workspace has at hand; of the others the options stand here. */
const sources: Readonly<Record<string, string>> = { channel: 'channels', queue: 'queues', reason: 'reasons', location: 'locations', team: 'teams', staff: 'staff', survey: 'surveys', touchpoint: 'touchpoints', language: 'languages' }
const tables = { team: 'team', survey: 'survey', touchpoint: 'touchpoint' } as const

export async function describeFields(tx: Tx): Promise<Field[]> {
  const words = await readFieldWords(tx, 'UTC')
  const options = new Map(await Promise.all(Object.entries(tables).map(async ([name, table]) => [name, await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 order by lower(name), id`, [tx.orgId], `options-of-${table}`)] as const)))
  const custom = new Map(words.customFields.map((f) => [`field:${f.id}`, f]))
  return [...factFields(words, []).values()].map((field) => {
    const own = custom.get(field.name)
    return {
      name: field.name, label: own?.name ?? field.name, custom: own !== undefined, type: field.type, operators: [...operatorsOf(field)], ...(field.range === undefined ? {} : { range: field.range }), choices: own === undefined ? sources[field.name] ?? null : 'options',
      options: own === undefined ? options.get(field.name) ?? [] : own.options.filter((o) => o.retired !== true).map((o) => ({ id: o.id, name: o.name, parentId: o.parentId ?? null })),
    }
  })
}
