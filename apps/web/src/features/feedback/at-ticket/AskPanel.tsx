// "Ask for feedback": the survey goes out by mail or SMS now, or its address is handed out. The rules hold here too, and say why not.
import { inviteFromTicket, type TicketDetail } from '@kontuar/contracts'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconHandStop, IconSend } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { exactTime } from '../../../ui/relative-time.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import '../frame/feedback-styles.ts'
import { Panel } from './Panel.tsx'
import { rememberSurvey, surveysToAskQuery, usualSurvey } from './surveys-to-ask.ts'
import classes from './at-ticket.module.css'

const roads = ['email', 'sms', 'link'] as const
type Road = (typeof roads)[number]

export function AskPanel({ ticket, leave }: { ticket: TicketDetail; leave: () => void }) {
  const { t } = useTranslation('ask')
  const { timeZone } = useMe().organization
  const queries = useQueryClient()
  const surveys = useQuery(surveysToAskQuery)
  const items = surveys.data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [road, setRoad] = useState<Road>('email')
  const surveyId = chosen ?? usualSurvey(items)
  const who = ticket.customer.name || ticket.customer.address || t('customer')
  const asking = useMutation({
    mutationFn: (wish: { surveyId: string; road: Road }) => api(inviteFromTicket, { params: { id: ticket.id }, body: wish }),
    onSuccess: (made) => {
      rememberSurvey(made.surveyId)
      void queries.invalidateQueries({ queryKey: queryKeys.customers.one(ticket.customerId) })
      void queries.invalidateQueries({ queryKey: queryKeys.surveyInvitations.all })
      if (made.state === 'suppressed' || made.url !== null) return
      const later = Date.parse(made.sendAt) - Date.now() > 5 * 60_000
      showNotice({ message: later ? t('goesAt', { who, when: exactTime(new Date(made.sendAt), currentLocale(), timeZone) }) : t('goes', { who }) })
      leave()
    },
  })
  const made = asking.data
  const look = t as unknown as (key: string, options: object) => string
  return (
    <Panel title={t('title', { number: ticket.number })} leave={leave}>
      {surveys.isPending ? <RowSkeletons rows={1} height={44} /> : surveys.isError ? <Problem error={surveys.error} retry={() => void surveys.refetch()} /> : items.length === 0 ? <p className={classes.soft}>{t('nothingToAsk')}</p> : made !== undefined && made.url !== null ? (
        <div className={classes.told}>
          <p>{t('linkOnce', { who })}</p>
          <CopyField value={made.url} label={t('link')} />
          <div><Button variant="default" size="sm" onClick={leave}>{t('done')}</Button></div>
        </div>
      ) : (
        <form className={classes.asking} onSubmit={(event) => { event.preventDefault(); if (surveyId !== null && !asking.isPending) asking.mutate({ surveyId, road }) }}>
          <Select className={classes.survey} label={t('survey')} allowDeselect={false} searchable={items.length > 8} data={items.map(({ id, name }) => ({ value: id, label: name }))} value={surveyId} onChange={(next) => { setChosen(next); asking.reset() }} comboboxProps={{ position: 'top-start' }} />
          <fieldset className={classes.choice}>
            <legend>{t('road')}</legend>
            <SegmentedControl aria-label={t('road')} data={roads.map((each) => ({ value: each, label: t(`road.${each}`) }))} value={road} onChange={(next) => { setRoad(next as Road); asking.reset() }} />
          </fieldset>
          <Button type="submit" leftSection={<IconSend size={16} stroke={1.5} aria-hidden />} aria-disabled={asking.isPending}>{road === 'link' ? t('makeLink') : t('send')}</Button>
          {asking.isError && <div className={classes.whole}><Problem error={asking.error} /></div>}
          {made?.state === 'suppressed' && (
            <p role="alert" className={classes.not}>
              <IconHandStop size={16} stroke={1.5} aria-hidden />
              <span>{t('notAsked', { who })} {look(`reason.${made.reason}`, { defaultValue: made.reason ?? '' })}</span>
            </p>
          )}
        </form>
      )}
    </Panel>
  )
}
