// What a rule would have done: tried on the tickets of the last 30 days while it is being made.
import { tryQueueRule, type Conditions } from '@kontuar/contracts'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import classes from './rules.module.css'

export function RuleTrial({ conditions, good }: { conditions: Conditions; good: boolean }) {
  const { t } = useTranslation('queues')
  const [asked] = useDebouncedValue(conditions, 400)
  const trial = useQuery({ queryKey: [...queryKeys.queueRules, 'trial', asked], queryFn: ({ signal }) => api(tryQueueRule, { body: { conditions: asked }, signal }), enabled: good, placeholderData: keepPreviousData, staleTime: 60_000, retry: false })
  const { data } = trial
  return (
    <section className={classes.trial} aria-label={t('trial.title')} aria-busy={trial.isFetching}>
      <h2 className={classes.trialTitle}>{t('trial.title')}</h2>
      {!good ? <p className={classes.faint}>{t('trial.incomplete')}</p> : trial.isError ? <Problem error={trial.error} retry={() => void trial.refetch()} /> : !data ? <p className={classes.faint}>{t('trial.counting')}</p> : (
        <>
          <p role="status" className={classes.count}>{data.tickets === 0 ? t('trial.none') : t('trial.matched', { matched: data.matched, count: data.tickets })}</p>
          {data.examples.length > 0 && (
            <ul className={classes.examples}>
              {data.examples.map(({ id, number, subject }) => (
                <li key={id}><span className={classes.number}>#{number}</span> <Link to="/tickets/$ticketId" params={{ ticketId: id }}>{subject || t('trial.noSubject')}</Link></li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}
