import { alertEndings, type Alert, type BodyOf, type resolveAlert } from '@kontuar/contracts'
import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core'
import { IconChecklist, IconHandStop, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { useAlertActs } from './use-alert-acts.ts'
import classes from './story.module.css'

export function AlertActs({ alert }: { alert: Alert }) {
  const { t } = useTranslation('alerts')
  const acts = useAlertActs()
  const [ending, setEnding] = useState(false)
  if (!useCan('alert.change')) return null
  if (ending) return <ResolveForm close={() => setEnding(false)} resolve={(body) => { setEnding(false); void acts.resolve(alert, body) }} />
  if (alert.state === 'resolved') return <div className={classes.acts}><Button variant="default" size="compact-sm" data-act="reopen" onClick={() => void acts.reopen(alert)}>{t('reopen')}</Button></div>
  return (
    <div className={classes.acts}>
      {alert.state === 'open' && <Button size="compact-sm" data-act="acknowledge" leftSection={<IconHandStop size={15} stroke={1.5} />} onClick={() => void acts.acknowledge(alert)}>{t('acknowledge')}</Button>}
      {alert.taskId === null && alert.customer !== null && <Button variant="default" size="compact-sm" data-act="call" leftSection={<IconPhone size={15} stroke={1.5} />} onClick={() => void acts.makeTask(alert, 'call-back')}>{t('callBack')}</Button>}
      {alert.taskId === null && <Button variant="default" size="compact-sm" data-act="task" leftSection={<IconChecklist size={15} stroke={1.5} />} onClick={() => void acts.makeTask(alert, 'task')}>{t('makeTask')}</Button>}
      <Button variant={alert.state === 'open' ? 'default' : 'filled'} size="compact-sm" data-act="resolve" onClick={() => setEnding(true)}>{t('resolve')}</Button>
    </div>
  )
}

type Body = BodyOf<typeof resolveAlert>

/** Whether it was worth it teaches the back-test of the rule; left open it teaches nothing. */
function ResolveForm({ close, resolve }: { close: () => void; resolve: (body: Body) => void }) {
  const { t } = useTranslation('alerts')
  const [reason, setReason] = useState<Body['reason']>('handled')
  const [useful, setUseful] = useState<'yes' | 'no' | ''>('')
  const [note, setNote] = useState('')
  useShortcuts(t('resolve'), [{ keys: 'escape', label: t('cancel'), run: close, whileTyping: true }])
  return (
    <div className={classes.form} role="group" aria-label={t('resolve')}>
      <SaveForm pending={false} button={t('resolve')} beside={<Button variant="subtle" color="gray" onClick={close}>{t('cancel')}</Button>} onSubmit={() => resolve({ reason, ...(useful === '' ? {} : { useful: useful === 'yes' }), ...(note.trim() === '' ? {} : { note: note.trim() }) })}>
        <Radio.Group label={t('ending')} value={reason} onChange={(next) => setReason(next as Body['reason'])}>
          <div className={classes.choices}>{alertEndings.map((each, i) => <Radio key={each} size="xs" value={each} label={t(`ending.${each}`)} autoFocus={i === 0} />)}</div>
        </Radio.Group>
        <div role="group" aria-label={t('useful')}>
          <span className={classes.label}>{t('useful')}</span>
          <SegmentedControl size="xs" aria-label={t('useful')} value={useful} onChange={(next) => setUseful(next as 'yes' | 'no' | '')} data={[{ value: 'yes', label: t('useful.yes') }, { value: 'no', label: t('useful.no') }, { value: '', label: t('useful.unsaid') }]} />
        </div>
        <TextInput label={t('note')} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </SaveForm>
    </div>
  )
}
