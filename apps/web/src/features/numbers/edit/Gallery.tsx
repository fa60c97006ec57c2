// Tiles to choose from: first a metric, then the ways to look at it, each drawn with the figures of now.
import type { MetricInfo, Tile } from '@kontuar/contracts'
import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconTextSize } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../../../ui/undo.ts'
import { useFigures } from '../dashboard/use-dashboard.ts'
import { useMetrics } from '../data/queries.ts'
import { usePhone } from '../frame/use-phone.ts'
import type { View } from '../search/tile-queries.ts'
import { TileCard } from '../tiles/TileCard.tsx'
import { kindsFor, tileFor } from './draft.ts'
import { byFamily, findMetrics } from './find-metrics.ts'
import { PanelHead } from './PanelHead.tsx'
import classes from './edit.module.css'

interface Given { view: View; add: (tile: Omit<Tile, 'id'>) => void; close: () => void; /** Of something else than a dashboard: tiles of metrics alone, and its own words for what was added. */ added?: (name: string) => string }

export function Gallery({ view, add, close, added }: Given) {
  const { t } = useTranslation('tiles')
  const [chosen, setChosen] = useState<MetricInfo | null>(null)
  return (
    <>
      <PanelHead key={chosen?.name ?? ''} title={chosen?.label ?? t('gallery')} close={close} />
      <div className={classes.panelBody}>{chosen ? <Ways metric={chosen} view={view} add={add} added={added} back={() => setChosen(null)} /> : <Choose choose={setChosen} add={added ? undefined : add} />}</div>
    </>
  )
}

function Choose({ choose, add }: { choose: (metric: MetricInfo) => void; add: Given['add'] | undefined }) {
  const { t } = useTranslation('tiles')
  const { t: tNumbers } = useTranslation('numbers')
  const [words, setWords] = useState('')
  const Heading = usePhone() ? 'h2' : 'h3'
  const metrics = [...useMetrics().values()]
  const groups = byFamily(findMetrics(metrics, words))
  return (
    <>
      <p className={classes.soft}>{t('gallery.text')}</p>
      {add && <div className={classes.plain}>
        <Button variant="default" size="compact-sm" leftSection={<IconAlertTriangle size={15} stroke={1.5} aria-hidden />} onClick={() => add(tileFor('warnings', null))}>{t('kind.warnings')}</Button>
        <Button variant="default" size="compact-sm" leftSection={<IconTextSize size={15} stroke={1.5} aria-hidden />} onClick={() => add(tileFor('text', null))}>{t('kind.text')}</Button>
      </div>}
      <TextInput value={words} onChange={(event) => setWords(event.currentTarget.value)} aria-label={t('gallery.search')} placeholder={t('gallery.search')} />
      {groups.length === 0 && <p className={classes.soft}>{t('gallery.nothing')}</p>}
      {groups.map(({ family, metrics: some }) => (
        <section key={family} className={classes.family}>
          <Heading>{tNumbers(`family.${family}`)}</Heading>
          <ul>{some.map((metric) => <li key={metric.name}><UnstyledButton className={classes.metric} onClick={() => choose(metric)}><b>{metric.label}</b><span>{metric.explanation}</span></UnstyledButton></li>)}</ul>
        </section>
      ))}
    </>
  )
}

function Ways({ metric, view, add, added, back }: Pick<Given, 'view' | 'add'> & { metric: MetricInfo; added: Given['added'] | undefined; back: () => void }) {
  const { t } = useTranslation('tiles')
  const Heading = usePhone() ? 'h2' : 'h3'
  const tiles = useMemo(() => kindsFor(metric).map((kind): Tile => ({ ...tileFor(kind, metric), id: kind })), [metric])
  const { tiles: read, data: answers, refetch } = useFigures(tiles, view)
  const take = ({ id: _, ...tile }: Tile) => {
    add(tile)
    showNotice({ message: added?.(metric.label) ?? t('gallery.added', { name: metric.label }) })
  }
  return (
    <>
      <Button variant="subtle" size="compact-sm" className={classes.back} leftSection={<IconChevronLeft size={15} stroke={1.5} aria-hidden />} onClick={back}>{t('gallery.back')}</Button>
      <p className={classes.soft}>{metric.explanation}</p>
      <ul className={classes.ways}>
        {tiles.map((tile, index) => (
          <li key={tile.id}>
            <div className={classes.wayHead}><Heading>{t(`kind.${tile.kind}`)}</Heading><Button size="compact-xs" variant="light" aria-label={t('gallery.addKind', { kind: t(`kind.${tile.kind}`), name: metric.label })} onClick={() => take(tile)}>{t('gallery.add')}</Button></div>
            <p className={classes.soft}>{t(`kindText.${tile.kind}`)}</p>
            <div className={classes.preview} data-kind={tile.kind}><TileCard tile={read[index]!} view={view} answers={answers} retry={refetch} quiet level={3} /></div>
          </li>
        ))}
      </ul>
    </>
  )
}
