// What the screen needs to build conditions of a rule: names, operators, choices; as the other lists of fields answer it.
import { operatorsOf } from '@kontuar/conditions'
import type { AlertSubject, ConditionField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { customFieldName, describeAlertFields } from './alert-fields.ts'
import { readAlertWords } from './alert-words.ts'

/** Choices that no other list of the workspace answers. */
const named = { surveyId: 'survey', touchpointId: 'touchpoint', teamId: 'team' } as const

export async function listAlertFields(tx: Tx, on: AlertSubject): Promise<ConditionField[]> {
  const words = await readAlertWords(tx, { known: false })
  const custom = new Map(words.customFields.map((f) => [customFieldName(f), f]))
  const described = describeAlertFields(words, on)
  return Promise.all(described.map(async ({ field, choices, options }): Promise<ConditionField> => {
    const own = custom.get(field.name)
    const table = Object.hasOwn(named, field.name) ? named[field.name as keyof typeof named] : null
    return {
      name: field.name, label: own?.name ?? field.name, custom: own !== undefined, type: field.type, operators: [...operatorsOf(field)], ...(field.range === undefined ? {} : { range: field.range }), choices,
      options: own !== undefined ? (choices === null ? [] : own.options.filter((o) => o.retired !== true).map((o) => ({ id: o.id, name: o.name, parentId: o.parentId ?? null })))
        : table !== null ? await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 and retired_at is null order by lower(name), id`, [tx.orgId], `choices-of-alerts-${table}`) : options.map((id) => ({ id, name: id })),
    }
  }))
}
