// Time allowed in single statuses: "waiting for another department: 16 hours".
import type { SlaDefinition } from '@kontuar/contracts'
import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { TargetTimes } from './TargetField.tsx'
import shared from '../settings.module.css'
import classes from './sla.module.css'

type Times = SlaDefinition['targets']['statuses']

export function StatusTargets({ value, change }: { value: Times; change: (statuses: Times) => void }) {
  const { t } = useTranslation('times')
  const named = useNamed()
  const statuses = useStatuses()
  const nameOf = (key: string) => {
    const found = statuses.find((status) => status.key === key)
    return found ? named('status', found) : key
  }
  const free = statuses.filter(({ key, category, retired }) => category !== 'closed' && !retired && !(key in value))
  return (
    <>
      {Object.entries(value).map(([key, target]) => (
        <div key={key} className={classes.target}>
          <div className={classes.statusName}>
            <span>{nameOf(key)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('statuses.remove', { status: nameOf(key) })}
              onClick={() => {
                const { [key]: _, ...rest } = value
                change(rest)
              }}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
          <TargetTimes name={nameOf(key)} value={target} change={(next) => change({ ...value, [key]: next })} />
        </div>
      ))}
      {free.length > 0 && (
        <Select
          className={shared.narrow}
          aria-label={t('statuses.add')}
          placeholder={t('statuses.add')}
          data={free.map((status) => ({ value: status.key, label: named('status', status) }))}
          value={null}
          onChange={(key) => key && change({ ...value, [key]: { seconds: 28_800, clock: 'business' } })}
        />
      )}
    </>
  )
}
