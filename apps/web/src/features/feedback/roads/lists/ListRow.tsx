import { stopSurveyList, type SurveyList } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan, useMe } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { exactTime } from '../../../../ui/relative-time.ts'
import { useNow } from '../../../../ui/use-now.ts'
import { timeLeft } from './time-left.ts'
import shared from '../frame/roads.module.css'
import classes from './lists.module.css'

/** How far a list has come; it can be stopped, and left and found again. */
export function ListRow({ list }: { list: SurveyList }) {
  const { t } = useTranslation('roads')
  const { timeZone } = useMe().organization
  const mayManage = useCan('feedback.manage')
  const queries = useQueryClient()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const stopping = useMutation({ mutationFn: () => api(stopSurveyList, { params: { id: list.id } }), onSettled: () => { setAsking(false); void queries.invalidateQueries({ queryKey: queryKeys.surveyLists.all }) } })
  const { name, people, sent, waiting, suppressed, answered, refused } = list
  const number = new Intl.NumberFormat(currentLocale())
  const state = list.state === 'stopped' ? 'stopped' : waiting > 0 ? (Date.parse(list.sendAt) > now.getTime() ? 'scheduled' : 'sending') : people === 0 ? 'reading' : 'done'
  const hoursLeft = state === 'sending' ? timeLeft(waiting, list.perHour) : null
  const counts = [['sent', sent, { state: 'sent' as const }], ['waiting', waiting, { state: 'planned' as const }], ['suppressed', suppressed, { state: 'suppressed' as const }]] as const
  return (
    <li className={shared.item}>
      <div className={shared.row}>
        <div className={shared.main}>
          <div className={shared.name}>{name} <span className={shared.soft}>{list.road === 'email' ? t('list.email') : 'SMS'}</span></div>
          <p className={shared.soft}>
            {state === 'scheduled' ? t('list.state.scheduled', { when: exactTime(new Date(list.sendAt), currentLocale(), timeZone) }) : t(`list.state.${state}`)}
            {hoursLeft !== null && ` ${t('list.left', { count: hoursLeft })}`}
          </p>
        </div>
        {mayManage && list.state === 'scheduled' && waiting > 0 && !asking && <Button variant="default" size="compact-sm" aria-label={t('list.stopOf', { name })} onClick={() => setAsking(true)}>{t('list.stop')}</Button>}
        {asking && <Button autoFocus color="red" size="compact-sm" loading={stopping.isPending} onBlur={() => setAsking(false)} onClick={() => stopping.mutate()}>{t('list.stopSure', { count: waiting })}</Button>}
      </div>
      {stopping.isError && <Problem error={stopping.error} />}
      <div className={classes.bar} role="img" aria-label={t('list.progress', { sent: number.format(sent), people: number.format(people) })}>
        {people > 0 && <><span data-part="sent" style={{ inlineSize: `${(100 * sent) / people}%` }} /><span data-part="suppressed" style={{ inlineSize: `${(100 * suppressed) / people}%` }} /></>}
      </div>
      <ul className={classes.counts}>
        <li>{t('list.count.people', { number: number.format(people) })}</li>
        {counts.map(([label, count, search]) => <li key={label}>{count === 0 ? t(`list.count.${label}`, { number: '0' }) : <Link to="/feedback/invitations" search={{ list: list.id, ...search }}>{t(`list.count.${label}`, { number: number.format(count) })}</Link>}</li>)}
        <li>{t('list.count.answered', { number: number.format(answered) })}</li>
      </ul>
      {refused.length > 0 && (
        <details className={classes.refused}>
          <summary>{t('list.refused', { count: refused.length })}</summary>
          <ul>{refused.slice(0, 100).map(({ line, sentence }) => <li key={line}><b>{t('line', { line })}</b> {sentence}</li>)}</ul>
          {refused.length > 100 && <p className={shared.soft}>{t('list.refusedMore', { count: refused.length - 100 })}</p>}
        </details>
      )}
    </li>
  )
}
