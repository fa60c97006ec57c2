// "Do not tell me of this rule": of the reader alone; the others are told on.
import { endPause, listPauses, setPause, type Alert } from '@kontuar/contracts'
import { Button, Menu } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useClockWords } from '../../ui/clock/use-clock-words.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'
import classes from './story.module.css'

const day = 86_400_000
/** How long, in milliseconds; null: until they say so. */
const lengths = { day, week: 7 * day, always: null } as const

export function PauseRule({ alert: { ruleId, ruleName: name } }: { alert: Pick<Alert, 'ruleId' | 'ruleName'> }) {
  const { t } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const { exact } = useClockWords()
  const queries = useQueryClient()
  const pauses = useQuery({ queryKey: queryKeys.notifications.pauses, queryFn: ({ signal }) => api(listPauses, { signal }), meta: { silent: true } })
  const subject = `alert-rule:${ruleId}`
  const paused = pauses.data?.items.find((pause) => pause.subject === subject)
  const act = async (work: () => Promise<unknown>, message: string, undo?: () => void) => {
    try {
      await work()
      showNotice({ message, ...(undo && { undo }) })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.notifications.pauses })
    }
  }
  const end = () => act(() => api(endPause, { params: { subject } }), t('pause.ended', { name }))
  const pause = (length: number | null) => act(() => api(setPause, { body: { subject, until: length === null ? null : new Date(Date.now() + length).toISOString() } }), t('pause.done', { name }), () => void end())
  if (paused) {
    return (
      <p className={classes.paused}>
        <IconBellOff size={16} stroke={1.5} aria-hidden /> {paused.until === null ? t('pause.isAlways') : t('pause.until', { at: exact(new Date(paused.until)) })}
        <Button variant="subtle" size="compact-sm" data-act="resume" onClick={() => void end()}>{t('pause.end')}</Button>
      </p>
    )
  }
  return (
    <p className={classes.paused}>
      <Menu position="bottom-start" loop withinPortal={false}>
        <Menu.Target><Button variant="subtle" color="gray" size="compact-sm" data-act="pause" leftSection={<IconBellOff size={15} stroke={1.5} />}>{t('pause')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('pause.of', { name })}</Menu.Label>
          {(['day', 'week', 'always'] as const).map((each) => <Menu.Item key={each} onClick={() => void pause(lengths[each])}>{t(`pause.${each}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </p>
  )
}
