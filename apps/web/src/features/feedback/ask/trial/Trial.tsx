// "Try it on the past 30 days": whom the touchpoint would have asked, and whom not and why, while it is being made.
import { tryTouchpoint, type TouchpointDefinition, type Trigger } from '@kontuar/contracts'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { useReasonWords } from '../invitations/use-reason-words.ts'
import { happens } from '../sentence/asking-shape.ts'
import classes from './trial.module.css'

const days = 30

/** @param definition null: not complete yet */
export function Trial({ trigger, definition }: { trigger: Trigger; definition: TouchpointDefinition | null }) {
  const { t } = useTranslation('asking')
  const reason = useReasonWords()
  const number = new Intl.NumberFormat(currentLocale())
  const [asked] = useDebouncedValue(definition, 500)
  const canTry = happens(trigger)
  const trial = useQuery({
    queryKey: [...queryKeys.touchpoints.all, 'trial', trigger, asked],
    queryFn: ({ signal }) => api(tryTouchpoint, { body: { trigger, definition: asked!, days }, signal }),
    enabled: canTry && asked !== null && definition !== null, placeholderData: keepPreviousData, staleTime: 60_000, retry: false,
  })
  const { data } = trial
  const whyNot = Object.entries(data?.suppressed ?? {}).filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a)
  const bar = (count: number) => ({ inlineSize: `${(100 * count) / Math.max(1, data?.happened ?? 1)}%` })
  return (
    <section className={classes.trial} aria-label={t('trial.title')} aria-busy={trial.isFetching}>
      <h2>{t('trial.title')}</h2>
      {!canTry ? <p className={classes.faint}>{t('trial.nothing')}</p> : definition === null ? <p className={classes.faint}>{t('trial.incomplete')}</p> : trial.isError ? <Problem error={trial.error} retry={() => void trial.refetch()} /> : !data ? <p className={classes.faint}>{t('trial.counting')}</p> : data.happened === 0 ? <p role="status">{t('trial.never', { count: data.days })}</p> : (
        <>
          <p role="status" className={classes.result}>{t('trial.result', { asked: number.format(data.asked), happened: number.format(data.happened), count: data.asked })}</p>
          {data.days < days && <p className={classes.faint}>{t('trial.fewer', { count: data.days })}</p>}
          <ul className={classes.bars}>
            <li data-asked>
              <span>{t('trial.asked')}</span> <b>{number.format(data.asked)}</b>
              <span className={classes.bar} aria-hidden><span style={bar(data.asked)} /></span>
            </li>
            {whyNot.map(([code, count]) => (
              <li key={code}>
                <span>{reason(code)}</span> <b>{number.format(count)}</b>
                <span className={classes.bar} aria-hidden><span style={bar(count)} /></span>
              </li>
            ))}
          </ul>
          <p className={classes.faint}>{t('trial.note')}</p>
        </>
      )}
    </section>
  )
}
