import type { MetricInfo, Tile } from '@kontuar/contracts'
import { MultiSelect, NativeSelect, Select, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { nothing } from '../../../ui/conditions/condition-tree.ts'
import { useFields } from '../data/use-fields.ts'
import { useMetricFields, useMetrics } from '../data/queries.ts'
import { useDimensionWords, useTileTitle } from '../tiles/use-tile-words.ts'
import { isCut, kindsFor, lackOf, metricsOf, sizes, usualCut } from './draft.ts'
import { PanelHead } from './PanelHead.tsx'
import classes from './edit.module.css'

const steps = ['hour', 'day', 'week', 'month'] as const

/** Everything about one tile. */
export function TileFields({ tile, tried, change, close, everything }: { tile: Tile; tried: boolean; change: (part: Partial<Tile>) => void; close: () => void; /** What it shows without conditions, where it stands on no dashboard. */ everything?: string }) {
  const { t } = useTranslation('tiles')
  const metrics = useMetrics()
  const fields = useFields()
  const title = useTileTitle()(tile, metrics)
  const { most } = metricsOf[tile.kind]
  const first = metrics.get(tile.metrics[0] ?? '')
  const options = [...metrics.values()].map(({ name, label }) => ({ value: name, label })).toSorted((one, other) => one.label.localeCompare(other.label))
  const strange = tile.metrics.filter((name) => !metrics.has(name)).map((name) => ({ value: name, label: name }))
  const kinds: Tile['kind'][] = most === 0 ? [tile.kind] : [...new Set<Tile['kind']>([...(first ? kindsFor(first) : []), ...(first?.unit === 'count' ? ['funnel' as const] : []), tile.kind])]
  const toKind = (kind: Tile['kind']) => change({ kind, ...sizes[kind], metrics: tile.metrics.slice(0, metricsOf[kind].most), ...(isCut(kind) && { by: tile.by ?? (first ? usualCut(first) : 'location') }) })
  const lack = tried ? lackOf(tile) : null
  return (
    <>
      <PanelHead title={title} close={close} />
      <div className={classes.panelBody}>
        {most > 1 && <MultiSelect label={t('tile.metrics')} data={[...strange, ...options]} value={[...tile.metrics]} maxValues={most} searchable hidePickedOptions onChange={(next) => change({ metrics: next })} error={lack === 'metrics' ? t('lack.metrics') : undefined} />}
        {most === 1 && <Select label={t('tile.metric')} data={[...strange, ...options]} value={tile.metrics[0] ?? null} searchable onChange={(name) => { if (name) change({ metrics: [name] }) }} error={lack === 'metrics' ? t('lack.metrics') : undefined} />}
        {kinds.length > 1 && <NativeSelect label={t('tile.kind')} value={tile.kind} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} onChange={({ currentTarget }) => toKind(currentTarget.value as Tile['kind'])} />}
        {isCut(tile.kind) && <CutField metric={first} value={tile.by ?? null} change={(by) => change({ by })} error={lack === 'by' ? t('lack.by') : undefined} />}
        {tile.kind === 'line' && <NativeSelect label={t('tile.step')} value={tile.step ?? ''} data={[{ value: '', label: t('step.auto') }, ...steps.map((step) => ({ value: step, label: t(`step.${step}`) }))]} onChange={({ currentTarget }) => change({ step: (currentTarget.value || null) as Tile['step'] })} />}
        <TextInput label={t('tile.title')} description={tile.kind === 'text' || tile.kind === 'warnings' ? undefined : t('tile.titleHint')} placeholder={title} value={tile.title ?? ''} maxLength={100} onChange={(event) => change({ title: event.currentTarget.value })} />
        {tile.kind === 'text' && <Textarea label={t('tile.text')} autosize minRows={4} maxRows={14} maxLength={5000} value={tile.text ?? ''} onChange={(event) => change({ text: event.currentTarget.value })} error={lack === 'text' ? t('lack.text') : undefined} />}
        {most > 0 && <ConditionsField label={t('tile.where')} value={tile.where ?? nothing} onChange={(where) => change({ where: where.rules.length === 0 ? null : where })} fields={fields} me={false} whenEmpty={everything ?? t('tile.everything')} />}
      </div>
    </>
  )
}

/** By what it is cut: what the metric has, and the organization's own fields. `label`: small, among buttons; the name is only heard. */
export function CutField({ metric, value, change, error, label }: { metric: MetricInfo | undefined; value: string | null; change: (by: string) => void; error?: string | undefined; label?: string }) {
  const { t } = useTranslation('tiles')
  const { nameOf } = useDimensionWords()
  const custom = useMetricFields().filter((field) => field.custom)
  const data = [...(metric?.dimensions ?? []).map((name) => ({ value: name as string, label: nameOf(name) })), ...custom.map(({ name, label }) => ({ value: name, label }))]
  return <NativeSelect {...(label === undefined ? { label: t('tile.by') } : { 'aria-label': label, 'size': 'xs' })} value={value ?? ''} data={[...(value === null || !data.some((each) => each.value === value) ? [{ value: value ?? '', label: value ?? t('tile.chooseBy') }] : []), ...data]} onChange={({ currentTarget }) => { if (currentTarget.value) change(currentTarget.value) }} error={error} />
}
