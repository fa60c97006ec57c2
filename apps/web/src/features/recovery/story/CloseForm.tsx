import { getRecoverySettings, recoveryEndings, type Recovery } from '@kontuar/contracts'
import { Button, Checkbox, Radio } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useRecoveryActs } from '../use-recovery-acts.ts'
import { CauseFields, causeOf } from './CauseFields.tsx'
import classes from './story.module.css'

type Ending = (typeof recoveryEndings)[number]

/** How it ended; called solved, with its cause and remedy where the organization wants them, and the customer is asked whether it is. */
export function CloseForm({ recovery, leave }: { recovery: Recovery; leave: () => void }) {
  const { t } = useTranslation('recovery')
  const acts = useRecoveryActs()
  const mayCallMistaken = useCan('feedback.manage')
  const settings = useQuery({ queryKey: queryKeys.recoveries.settings, queryFn: ({ signal }) => api(getRecoverySettings, { signal }) }).data
  const [as, setAs] = useState<Ending>('solved')
  const [value, setValue] = useState(() => causeOf(recovery))
  /** Null: as the settings say. */
  const [ask, setAsk] = useState<boolean | null>(null)
  const [tried, setTried] = useState(false)
  const solved = as === 'solved'
  const mayAsk = solved && settings !== undefined && settings.ask !== 'never'
  const closing = useMutation({
    mutationFn: () => acts.close(recovery, { as, causeId: value.causeId, remedy: value.remedy.trim(), ...(mayAsk && ask !== null ? { ask } : {}) }),
    onSuccess: leave,
  })
  const said = fieldErrors(closing.error)
  const missing = {
    cause: 'causeId' in said || (tried && solved && settings?.causeNeeded === true && value.causeId === null),
    remedy: 'remedy' in said || (tried && solved && settings?.remedyNeeded === true && value.remedy.trim() === ''),
  }
  const complete = !solved || settings === undefined || ((!settings.causeNeeded || value.causeId !== null) && (!settings.remedyNeeded || value.remedy.trim() !== ''))
  useShortcuts(t('close.act'), [{ keys: 'escape', label: t('cancel'), run: leave, whileTyping: true }])
  return (
    <div className={classes.form} role="group" aria-label={t('close.act')}>
      <SaveForm
        pending={closing.isPending} error={closing.error} button={t('close.act')} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
        onSubmit={() => { setTried(true); if (complete) closing.mutate() }}
      >
        <Radio.Group label={t('close.as')} value={as} onChange={(next) => setAs(next as Ending)}>
          <div className={classes.choices}>{recoveryEndings.filter((each) => each !== 'mistaken' || mayCallMistaken).map((each, i) => <Radio key={each} size="sm" value={each} label={t(`ending.${each}`)} description={t(`endingHint.${each}`)} autoFocus={i === 0} />)}</div>
        </Radio.Group>
        <CauseFields value={value} change={(next) => { setValue(next); if (closing.isError) closing.reset() }} missing={missing} />
        {mayAsk && <Checkbox label={t('close.ask')} description={settings.askAfterHours === 0 ? t('close.askAtOnce') : t('close.askHint', { count: settings.askAfterHours })} checked={ask ?? settings.ask === 'always'} onChange={(event) => setAsk(event.currentTarget.checked)} />}
        {solved && settings?.ask === 'never' && <p className={classes.soft}>{t('close.askNever')}</p>}
      </SaveForm>
    </div>
  )
}
