import { exportTile, type Dashboard, type Tile } from '@kontuar/contracts'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconArrowsMaximize, IconDots, IconFileSpreadsheet, IconLink, IconPhoto, IconTable, IconVector, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { apiPath } from '../../../api/api.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { showNotice } from '../../../ui/undo.ts'
import { useMarks } from '../data/queries.ts'
import type { NumbersSearch } from '../search/numbers-search.ts'
import { stepWithin } from '../search/period-days.ts'
import type { View } from '../search/tile-queries.ts'
import type { CardAct } from '../tiles/TileCard.tsx'
import { useDimensionWords } from '../tiles/use-tile-words.ts'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
interface Given { dashboard: Dashboard; tile: Tile; view: View; search: NumbersSearch; act: CardAct; change: (part: { [K in keyof NumbersSearch]?: NumbersSearch[K] | undefined }) => void; full: boolean }

/** What can be done with a tile: look at it large, as a table, take it away. */
export function TileActs({ dashboard, tile, view, search, act: { title, found, asTable, setAsTable }, change, full }: Given) {
  const { t } = useTranslation('tiles')
  const { organization } = useMe()
  const { nameOf } = useDimensionWords()
  const marks = useMarks()
  const figures = tile.metrics.length > 0
  const query = { from: view.days.from, to: view.days.to, language: currentLocale(), ...(search.where && { where: JSON.stringify(search.where) }) }
  const address = new URL(location.href)
  address.searchParams.set('tile', tile.id)
  const copyLink = () => void navigator.clipboard.writeText(address.href).then(() => showNotice({ message: t('copied') }))
  const take = async (kind: 'svg' | 'png') => {
    try {
      const { takeAway } = await import('./take-away.ts')
      await takeAway(kind, { tile, title, reads: found.reads, view, step: stepWithin(tile.step, view.days), marks, dimension: nameOf(tile.kind === 'network' ? 'location' : (tile.by ?? 'location')), organization, dashboard: dashboard.name })
    } catch {
      showNotice({ message: t('takeAway.failed'), tone: 'failed' })
    }
  }
  return (
    <>
      {full && <Tooltip label={t('full.leave')}><ActionIcon size={28} aria-label={t('full.leave')} onClick={() => change({ tile: undefined })}><IconX size={16} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>}
      <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
        <Menu.Target><ActionIcon size={28} aria-label={t('acts', { title })}><IconDots size={16} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {!full && <Menu.Item leftSection={<IconArrowsMaximize {...icon} />} onClick={() => change({ tile: tile.id })}>{t('full.enter')}</Menu.Item>}
          {tile.kind === 'number' && !full && <Menu.Item leftSection={<IconTable {...icon} />} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'asNumber' : 'asTable')}</Menu.Item>}
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={copyLink}>{t('copyLink')}</Menu.Item>
          {figures && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPhoto {...icon} />} onClick={() => void take('png')} disabled={found.reads.length === 0}>{t('takeAway.png')}</Menu.Item>
              <Menu.Item leftSection={<IconVector {...icon} />} onClick={() => void take('svg')} disabled={found.reads.length === 0}>{t('takeAway.svg')}</Menu.Item>
              {(['csv', 'xlsx'] as const).map((as) => <Menu.Item key={as} component="a" href={apiPath(exportTile, { id: dashboard.id, tile: tile.id }, { as, ...query })} download leftSection={<IconFileSpreadsheet {...icon} />}>{t(`takeAway.${as}`)}</Menu.Item>)}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
