import type { Escalation } from '@kontuar/contracts'
import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../../api/desk.ts'
import { DurationField } from './DurationField.tsx'
import { usePolicyWords } from './use-policy-words.ts'
import classes from './sla.module.css'

const acts = ['notify', 'reassign', 'raise-priority', 'task'] as const
const kinds = ['first-response', 'next-response', 'resolution', 'status'] as const

interface Props { value: Escalation; change: (step: Escalation) => void; remove: () => void; wrong: string | undefined; checked: boolean }

/** One step of an escalation: when, what, to whom; above the fields as a sentence. */
export function EscalationRow({ value, change, remove, wrong, checked }: Props) {
  const { t } = useTranslation('times')
  const { t: everywhere } = useTranslation()
  const words = usePolicyWords()
  const staff = useStaff()
  const { to, title, kinds: only, ...plain } = value
  const about = words.escalation(value)
  const people = staff.filter(({ id, active, role }) => (active && role !== 'observer') || id === to).map(({ id, name }) => ({ value: id, label: name }))
  const roles = value.act === 'reassign' ? [{ value: 'queue', label: t('act.giveBack') }] : [{ value: 'owner', label: t('to.ownerLong') }, { value: 'manager', label: t('to.managerLong') }, { value: 'queue', label: t('to.queueLong') }]
  const rest = only === undefined ? {} : { kinds: only }
  const setAct = (act: Escalation['act']) => change({ ...plain, ...rest, act, ...(act === 'raise-priority' ? {} : act === 'reassign' ? { to: to === undefined || to === 'owner' || to === 'manager' ? 'queue' : to } : { to: to ?? 'owner' }), ...(act === 'task' && title ? { title } : {}) })
  return (
    <li className={classes.step}>
      <div className={classes.stepHead}>
        <p>{about}</p>
        <ActionIcon variant="subtle" color="gray" aria-label={t('escalation.remove', { step: about })} onClick={remove}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
      </div>
      <div className={classes.stepFields}>
        <DurationField label={t('escalation.after')} min={0} value={value.afterSeconds} change={(afterSeconds) => change({ ...value, afterSeconds: afterSeconds ?? 0 })} units={['minutes', 'hours', 'days']} />
        <Select aria-label={t('escalation.on')} className={classes.on} allowDeselect={false} data={[{ value: 'warning', label: t('escalation.warning') }, { value: 'breach', label: t('escalation.breach') }]} value={value.on} onChange={(on) => change({ ...value, on: on as Escalation['on'] })} />
        <Select aria-label={t('escalation.act')} className={classes.act} allowDeselect={false} data={acts.map((act) => ({ value: act, label: t(`act.${act}`) }))} value={value.act} onChange={(act) => setAct(act as Escalation['act'])} />
        {value.act !== 'raise-priority' && (
          <Select aria-label={t('escalation.to')} className={classes.to} searchable allowDeselect={false} nothingFoundMessage={everywhere('picker.nothing')} data={[{ group: t('escalation.roles'), items: roles }, { group: t('escalation.people'), items: people }]} value={to ?? 'owner'} onChange={(next) => next && change({ ...value, to: next })} />
        )}
        <MultiSelect aria-label={t('escalation.kinds')} className={classes.kinds} placeholder={only && only.length > 0 ? '' : t('escalation.allKinds')} data={kinds.map((kind) => ({ value: kind, label: everywhere(`clock.kind.${kind}`) }))} value={only ? [...only] : []} onChange={(next) => change({ ...plain, ...(to === undefined ? {} : { to }), ...(title === undefined ? {} : { title }), ...(next.length === 0 ? {} : { kinds: kinds.filter((kind) => next.includes(kind)) }) })} />
        {value.act === 'task' && <TextInput aria-label={t('escalation.title')} className={classes.taskTitle} placeholder={t('escalation.titlePlaceholder')} maxLength={200} value={title ?? ''} onChange={({ currentTarget }) => change({ ...plain, ...rest, ...(to === undefined ? {} : { to }), ...(currentTarget.value === '' ? {} : { title: currentTarget.value }) })} />}
      </div>
      {checked && wrong && <p className={classes.wrong} role="alert">{wrong}</p>}
    </li>
  )
}
