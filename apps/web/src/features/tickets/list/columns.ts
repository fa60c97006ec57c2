// The columns a list may show, named like the fields of the contract; a custom field is `fields.<id>`.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomFields } from '../../../api/desk.ts'
import type { Sort } from './ticket-search.ts'

export interface Column {
  name: string
  label: string
  /** Least and most width, px; `most: null` takes what is left. */
  least: number
  most: number | null
  sort?: Sort & ('number' | 'createdAt' | 'updatedAt' | 'dueAt' | 'priority')
  end?: boolean
}
/** Without their words. */
const known = {
  number: { least: 56, most: 56, sort: 'number', end: true }, customer: { least: 100, most: 190 }, subject: { least: 160, most: null }, status: { least: 104, most: 156 },
  priority: { least: 36, most: 36, sort: 'priority' }, queueId: { least: 90, most: 150 }, assigneeId: { least: 72, most: 132 }, dueAt: { least: 142, most: 160, sort: 'dueAt' }, reasonId: { least: 100, most: 180 },
  tagIds: { least: 90, most: 170 }, locationId: { least: 80, most: 140 }, channel: { least: 70, most: 100 }, waitingSince: { least: 76, most: 90, end: true }, createdAt: { least: 76, most: 90, sort: 'createdAt', end: true },
  updatedAt: { least: 76, most: 90, sort: 'updatedAt', end: true }, lastInteractionAt: { least: 76, most: 90, end: true },
} as const satisfies Record<string, Omit<Column, 'name' | 'label'>>
export type KnownColumn = keyof typeof known
export const knownColumns = Object.keys(known) as KnownColumn[]
export const usualColumns: readonly string[] = ['number', 'customer', 'subject', 'status', 'priority', 'assigneeId', 'dueAt', 'lastInteractionAt']

/** What goes first when there is no room; what is not named here goes before all of it. */
const kept = ['updatedAt', 'createdAt', 'channel', 'locationId', 'queueId', 'reasonId', 'tagIds', 'waitingSince', 'lastInteractionAt', 'number', 'priority', 'assigneeId', 'dueAt', 'status', 'customer', 'subject']
export const gap = 12

/** The columns there is room for: the least important ones give way, the order stays. */
export function fitting(columns: readonly Column[], width: number): readonly Column[] {
  const needed = (some: readonly Column[]) => some.reduce((sum, { least }) => sum + least + gap, 0)
  const left = [...columns]
  while (left.length > 1 && needed(left) > width) left.splice(left.indexOf(left.reduce((least, each) => (kept.indexOf(each.name) < kept.indexOf(least.name) ? each : least))), 1)
  return left
}

/** What the subject gets before the others may have more than their least, px. */
const firstShare = 220

/** Widths for a grid. One column takes what is left, also when the subject is not shown. */
export function template(columns: readonly Column[], width: number): string {
  const growing = columns.find(({ most }) => most === null) ?? columns.reduce((a, b) => ((b.most ?? 0) > (a.most ?? 0) ? b : a))
  const free = Math.max(0, width - columns.reduce((sum, { least }) => sum + least + gap, 0))
  const others = columns.filter((each) => each !== growing)
  const wish = others.reduce((sum, { least, most }) => sum + ((most ?? least) - least), 0)
  const share = wish === 0 ? 0 : Math.min(1, Math.max(0, free - firstShare) / wish)
  return columns.map((column) => (column === growing ? 'minmax(0, 1fr)' : `${Math.floor(column.least + ((column.most ?? column.least) - column.least) * share)}px`)).join(' ')
}

export function useAllColumns(): readonly Column[] {
  const { t } = useTranslation('views')
  const fields = useCustomFields('ticket')
  return useMemo(
    () => [
      ...knownColumns.map((name): Column => ({ name, label: t(`column.${name}`), ...known[name] })),
      ...fields.filter(({ retired }) => !retired).map(({ id, name, type }): Column => ({ name: `fields.${id}`, label: name, least: 80, most: 150, end: type === 'number' })),
    ],
    [t, fields],
  )
}

/** Those of a view in its order; names that are no longer known are left out. */
export function useColumns(names: readonly string[] | null | undefined): readonly Column[] {
  const all = useAllColumns()
  return useMemo(() => {
    const found = (names ?? usualColumns).flatMap((name) => all.find((each) => each.name === name) ?? [])
    return found.length > 0 ? found : usualColumns.flatMap((name) => all.find((each) => each.name === name) ?? [])
  }, [all, names])
}
