import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQueues, useReasons, useStatuses } from '../../../api/desk.ts'
import { treeRows } from '../../../ui/pickers/tree.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import classes from './required.module.css'

interface Chosen { statuses: string[]; queues: string[]; reasons: string[] }

/** When a field of a ticket must be filled in: on entering a status, in a queue, for a reason. */
export function RequiredWhen({ statuses, queues, reasons, change }: Chosen & { change: (part: Partial<Chosen>) => void }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const named = useNamed()
  const statusChoices = useStatuses().filter(({ key, retired }) => !retired || statuses.includes(key)).map((each) => ({ value: each.key, label: named('status', each) }))
  const queueChoices = useQueues().filter(({ id, retired }) => !retired || queues.includes(id)).map((each) => ({ value: each.id, label: named('queue', each) }))
  const reasonChoices = treeRows(useReasons().map((each) => ({ ...each, name: named('reason', each), retired: !reasons.includes(each.id) && (each.retired || each.mergedIntoId !== null) }))).map(({ id, path }) => ({ value: id, label: path.join(' › ') }))
  const shared = { searchable: true, nothingFoundMessage: everywhere('picker.nothing'), hidePickedOptions: true } as const
  return (
    <div className={classes.when}>
      <MultiSelect {...shared} label={t('fields.statuses')} data={statusChoices} value={statuses} onChange={(value) => change({ statuses: value })} />
      <MultiSelect {...shared} label={t('fields.queues')} data={queueChoices} value={queues} onChange={(value) => change({ queues: value })} />
      <MultiSelect {...shared} label={t('fields.reasons')} data={reasonChoices} value={reasons} onChange={(value) => change({ reasons: value })} />
    </div>
  )
}
