// What each dimension offers to choose, under the names people know.
import type { ConditionField } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useReasons, useTeams } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { useChoices } from '../../../ui/conditions/use-choices.ts'
import type { Shape } from '../search/where.ts'

export interface Choice { id: string; name: string; depth: number; retired: boolean }

/** A tree stands in its order, each below its parent. */
function inTree(nodes: readonly { id: string; name: string; parentId?: string | null | undefined; retired?: boolean }[]): Choice[] {
  const found: Choice[] = []
  const below = (parent: string | null, depth: number) => {
    if (depth > 10) return
    for (const node of nodes) if ((node.parentId ?? null) === parent) { found.push({ id: node.id, name: node.name, depth, retired: node.retired ?? false }); below(node.id, depth + 1) }
  }
  below(null, 0)
  return found
}

export const shapeOf = (field: Pick<ConditionField, 'type'> | undefined): Shape => (field?.type === 'tree' ? 'tree' : field?.type === 'boolean' ? 'truth' : 'choice')
/** What the bar can ask: everything with a list of choices. */
export const inBar = ({ type }: ConditionField): boolean => type === 'choice' || type === 'tree' || type === 'person' || type === 'boolean'

export function useChoicesOf(fields: readonly ConditionField[]): (field: ConditionField) => readonly Choice[] {
  const { t } = useTranslation('numbers')
  const named = useNamed()
  const [reasons, teams] = [useReasons(), useTeams()]
  const choicesOf = useChoices(fields)
  return useMemo(() => (field) => {
    if (field.type === 'boolean') return [{ id: 'true', name: t('newcomer.true'), depth: 0, retired: false }, { id: 'false', name: t('newcomer.false'), depth: 0, retired: false }]
    if (field.choices === 'reasons') return inTree(reasons.map((reason) => ({ ...reason, name: named('reason', reason) })))
    if (field.choices === 'teams') return teams.map(({ id, name, retired }) => ({ id, name, depth: 0, retired }))
    if (field.custom && field.type === 'tree') return inTree(field.options)
    return choicesOf(field).map(({ id, name, retired }) => ({ id, name, depth: 0, retired: retired ?? false }))
  // The lists change rarely and all at once; `choicesOf` and `named` are new in each drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [t, reasons, teams, fields, choicesOf])
}
