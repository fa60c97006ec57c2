import { addDays, type MetricInfo } from '@kontuar/contracts'
import { figureText, wholeText } from '@kontuar/charts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { figuresQuery, useMetrics, type Answer } from '../data/queries.ts'
import { useLiveFigures } from '../data/use-live-figures.ts'
import { useToday } from '../data/use-today.ts'
import { byFamily, findMetrics } from '../edit/find-metrics.ts'
import { RowsLink } from '../RowsLink.tsx'
import { ScreenContext } from '../screen-context.ts'
import { queryKey } from '../search/tile-queries.ts'
import classes from './catalogue.module.css'

const here = getRouteApi('/workspace/numbers/metrics')

/** Every number there is, once: what it means, what it was in the last thirty days, and what it is made of. */
export function CataloguePage() {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const mayCompose = useCan('insight.manage')
  const { q = '' } = here.useSearch()
  const today = useToday()
  const metrics = useMetrics()
  const days = useMemo(() => ({ from: addDays(today, -29), to: addDays(today, 1) }), [today])
  const queries = useMemo(() => [...metrics.keys()].map((metric) => ({ metric, ...days })), [metrics, days])
  const { data: answers, error, refetch } = useQuery(figuresQuery(queries))
  useLiveFigures()
  useTitle(t('place.metrics'))
  const groups = byFamily(findMetrics([...metrics.values()], q))
  return (
    <ScreenContext value={useMemo(() => ({ days, where: null }), [days])}>
      <div className={classes.page}>
        <header className={classes.head}>
          <h1>{t('place.metrics')}</h1>
          {mayCompose && <Button variant="default" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/numbers/metrics/new" {...props} />}>{t('metric.new')}</Button>}
        </header>
        <p className={classes.lead}>{t('catalogue.text')}</p>
        <div className={classes.search}><SearchBox value={q} search={(words) => void navigate({ to: '.', search: (words ? { q: words } : {}) as never, replace: true })} leave={() => {}} label={t('catalogue.search')} /></div>
        {error && <Problem error={error} retry={() => void refetch()} />}
        {groups.length === 0 && <p className={classes.lead}>{t('catalogue.nothing')}</p>}
        {groups.map(({ family, metrics: some }) => (
          <section key={family} className={classes.family} aria-labelledby={`family-${family}`}>
            <h2 id={`family-${family}`}>{t(`family.${family}`)}</h2>
            <p className={classes.familyText}>{t(`familyText.${family}`)}</p>
            <ul className={classes.metrics}>
              {some.map((metric) => (
                <li key={metric.name} className={classes.metric}>
                  <div className={classes.words}>
                    <h3><Link to="/numbers/metrics/$metric" params={{ metric: metric.name }} search={{}}>{metric.label}</Link></h3>
                    <p>{metric.explanation}</p>
                  </div>
                  <Value metric={metric} answer={answers?.get(queryKey({ metric: metric.name, ...days }))} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ScreenContext>
  )
}

function Value({ metric, answer }: { metric: MetricInfo; answer: Answer | undefined }) {
  const { t } = useTranslation('numbers')
  const locale = currentLocale()
  if (answer === undefined) return <span className={classes.value}>&nbsp;</span>
  if ('problem' in answer) return <span className={classes.value} title={answer.problem.detail}>–</span>
  const { figure } = answer
  const shown = figure.shown && figure.value !== null
  return (
    <span className={classes.value} data-few={!shown || undefined}>
      {figure.n > 0 ? <RowsLink wish={{ metric: metric.name, rules: [], name: metric.label }} label={t('catalogue.rows', { name: metric.label })}>{figureText(metric, figure, locale)}</RowsLink> : figureText(metric, figure, locale)}
      {shown && metric.unit !== 'count' && <span className={classes.n}>{t('of', { n: wholeText(figure.n, locale) })}</span>}
    </span>
  )
}
