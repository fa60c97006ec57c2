import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import { tones } from '../../answers/answer-search.ts'
import { ToneMark } from '../../answers/marks/ToneMark.tsx'
import { Chart } from '../Chart.tsx'
import { countText, percent } from '../figure-words.ts'
import { useResultsPlace } from '../results-context.ts'
import type { ResultsQuery } from '../results-search.ts'
import { RowsLink } from '../RowsLink.tsx'
import { Trap } from '../Trap.tsx'
import { solvedOf } from '../use-results.ts'
import { useFigureWords } from '../use-figure-words.ts'
import { groupResults } from './group-results.ts'
import classes from './solved.module.css'

const known = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'] as const

/** What we recorded as solved against what the customer said. Absent where no answer belongs to a ticket. */
export function Solved({ query }: { query: ResultsQuery }) {
  const { t } = useTranslation('results')
  const { t: tTicket } = useTranslation('ticket')
  const words = useFigureWords()
  const locale = currentLocale()
  const { survey } = useResultsPlace()
  const solved = useQuery(solvedOf(survey.id, query))
  const groups = groupResults(solved.data?.rows ?? [])
  if (survey.anonymous || (solved.isSuccess && groups.length === 0)) return null
  const { solvedButLow = 0, share = null } = solved.data ?? {}
  const resultName = (result: string) => { const name = known.find((each) => each === result); return name ? tTicket(`result.${name}`) : result }
  return (
    <Chart title={t('solved.title')} beside={<Trap about={t('solved.title')}><p>{t('trap.solved')}</p></Trap>}>
      {solved.isPending ? <RowSkeletons rows={3} height={40} /> : solved.isError ? <Problem error={solved.error} retry={() => void solved.refetch()} /> : (
        <>
          {share !== null && (
            <p className={classes.said} data-some={solvedButLow > 0 || undefined}>
              {solvedButLow === 0 ? t('solved.noneLow') : <><RowsLink more={{ solved: 'solved', tone: 'low' }}>{t('solved.butLow', { count: solvedButLow })}</RowsLink> <span>{t('solved.share', { share: percent(share.share, locale), range: words.shareRange(share) })}</span></>}
            </p>
          )}
          <Scroller label={t('solved.title')} className={classes.scroll}>
            <table className={classes.table}>
              <thead><tr><th scope="col">{t('solved.recorded')}</th>{tones.map((tone) => <th key={tone} scope="col" className={classes.number}><ToneMark tone={tone} /></th>)}<th scope="col" className={classes.number}>{t('column.together')}</th></tr></thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.solved}>
                    <th scope="row">
                      {t(`solved.${group.solved}`)}
                      {group.solved === 'not-solved' && <span className={classes.results}>{group.results.map(({ result, n }) => `${resultName(result)} ${countText(n, locale)}`).join(' · ')}</span>}
                    </th>
                    {tones.map((tone) => (
                      <td key={tone} className={classes.number} data-apart={(group.solved === 'solved' && tone === 'low' && group.low > 0) || undefined}>
                        {group[tone] === 0 ? <span className={classes.zero}>0</span> : <RowsLink more={{ solved: group.solved, tone }} label={t('rows.all', { count: group[tone] })}>{countText(group[tone], locale)}</RowsLink>}
                        <span className={classes.share}>{percent(group[tone] / group.n, locale)}</span>
                      </td>
                    ))}
                    <td className={classes.number}>{countText(group.n, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </>
      )}
    </Chart>
  )
}
