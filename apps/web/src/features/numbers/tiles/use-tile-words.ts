// What a tile is called, when nobody gave it a name, and what things are cut by.
import type { MetricInfo, Tile } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useCallback } from 'react'
import { useMetricFields } from '../data/queries.ts'

const known = ['channel', 'queue', 'reason', 'location', 'team', 'staff', 'survey', 'touchpoint', 'language', 'newcomer', 'weekday', 'hour', 'value'] as const
type Known = (typeof known)[number]
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name)

/** "location" → "Lokalizacja"; a custom field as the organization calls it. */
export function useDimensionWords() {
  const { t } = useTranslation('numbers')
  const fields = useMetricFields()
  const fieldName = useCallback((name: string) => fields.find((field) => field.name === name)?.label ?? name, [fields])
  const nameOf = useCallback((name: string): string => (isKnown(name) ? t(`dimension.${name}`) : fieldName(name)), [t, fieldName])
  /** "by location". */
  const byOf = useCallback((name: string): string => (isKnown(name) ? t(`by.${name}`) : t('by.field', { name: fieldName(name) })), [t, fieldName])
  return { nameOf, byOf }
}

export function useTileTitle(): (tile: Tile, metrics: ReadonlyMap<string, MetricInfo>) => string {
  const { t } = useTranslation('tiles')
  const { byOf } = useDimensionWords()
  return (tile, metrics) => {
    if (tile.title?.trim()) return tile.title
    const labels = tile.metrics.map((name) => metrics.get(name)?.label ?? name)
    const metric = labels[0] ?? ''
    switch (tile.kind) {
      case 'bars': return `${metric}: ${byOf(tile.by ?? 'location')}`
      case 'table': return labels.length === 1 ? `${metric}: ${byOf(tile.by ?? 'location')}` : t('title.table', { by: byOf(tile.by ?? 'location') })
      case 'network': return t('title.network', { metric })
      case 'heat': return t('title.heat', { metric })
      case 'distribution': return t('title.distribution', { metric })
      case 'funnel': return t('title.funnel', { from: metric, to: labels.at(-1) ?? '' })
      case 'text': return t('title.text')
      case 'warnings': return t('title.warnings')
      case 'number': case 'line': return labels.join(', ')
    }
  }
}
