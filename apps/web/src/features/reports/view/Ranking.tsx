import { figureText, marginText, valueText, wholeText } from '@kontuar/charts'
import type { FilledBlock } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useGroupNames } from '../../numbers/index.ts'
import { Scroller } from '../../../ui/Scroller.tsx'
import { ranked } from './ranked.ts'
import classes from './blocks.module.css'

/** As many as are taken in at a glance; one's own is among them wherever it stands. */
const glance = 12

/** A metric by location (team, person), the best first, one's own marked; small ones stand at the end without a place. */
export function Ranking({ block }: { block: Extract<FilledBlock, { kind: 'ranking' }> }) {
  const { t } = useTranslation('reports')
  const named = useGroupNames()
  const locale = currentLocale()
  const [all, setAll] = useState(false)
  const { metric, result } = block
  if ('problem' in result) return <section className={classes.whole}><h2 className={classes.title}>{block.title}</h2><p className={classes.problem} role="alert"><IconAlertTriangle size={15} stroke={1.5} aria-hidden /> {result.problem.detail}</p></section>
  const rows = ranked(named(result, block.by).groups ?? [], metric.direction, block.own)
  const shown = all ? rows : rows.filter(({ own }, index) => index < glance || own)
  return (
    <section className={classes.whole}>
      <h2 className={classes.title}>{block.title}</h2>
      {rows.length === 0 ? <p className={classes.soft}>{t('view.noGroups')}</p> : (
        <Scroller label={block.title} className={classes.scroller} landmark>
          <table className={classes.table}>
            <thead><tr><th scope="col" data-number>{t('ranking.place')}</th><th scope="col">{t(`by.${block.by === 'team' || block.by === 'staff' ? block.by : 'location'}`)}</th><th scope="col" data-number>{metric.label}</th><th scope="col" data-number>{t('ranking.of')}</th><th scope="col">{t('ranking.against')}</th></tr></thead>
            <tbody>
              {shown.map(({ group, place, own }) => (
                <tr key={group.key ?? ''} data-own={own || undefined}>
                  <td data-number>{place ?? '–'}</td>
                  <th scope="row">{group.name}{own && <span className={classes.own}>{t('ranking.own')}</span>}</th>
                  <td data-number>{figureText(metric, group.figure, locale)} {place !== null && metric.unit !== 'count' && group.figure.interval && <span className={classes.margin}>{marginText(metric, group.figure.interval, locale)}</span>}</td>
                  <td data-number>{wholeText(group.figure.n, locale)}</td>
                  <td>{group.outside !== null && t(`ranking.${group.outside}`)}</td>
                </tr>
              ))}
            </tbody>
            {result.figure.shown && result.figure.value !== null && metric.unit !== 'count' && <tfoot><tr><td>–</td><th scope="row">{t('ranking.whole')}</th><td data-number>{valueText(metric, result.figure.value, locale)}</td><td data-number>{wholeText(result.figure.n, locale)}</td><td>–</td></tr></tfoot>}
          </table>
        </Scroller>
      )}
      {rows.length > shown.length && <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>{t('ranking.all', { count: rows.length })}</Button>}
    </section>
  )
}
