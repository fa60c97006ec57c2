import type { Escalation } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { EscalationRow } from './EscalationRow.tsx'
import classes from './sla.module.css'

interface Props { value: readonly Escalation[]; change: (steps: Escalation[]) => void; error: unknown }

/** What happens before and after a deadline. Steps are put into the order of time when they are saved. */
export function EscalationsField({ value, change, error }: Props) {
  const { t } = useTranslation('times')
  const fields = error instanceof ApiProblem ? error.fields : {}
  const wrongAt = (index: number) => Object.entries(fields).find(([name]) => name.replaceAll('.', '/').startsWith(`definition/escalations/${index}/`))?.[1]
  return (
    <>
      {value.length > 0 && (
        <ol className={classes.steps}>
          {value.map((step, index) => (
            <EscalationRow key={index} value={step} change={(next) => change(value.map((each, at) => (at === index ? next : each)))} remove={() => change(value.filter((_, at) => at !== index))} wrong={wrongAt(index)} checked={error !== null} />
          ))}
        </ol>
      )}
      {value.length < 20 && <Button variant="default" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => change([...value, { on: 'breach', afterSeconds: 0, act: 'notify', to: 'owner' }])}>{t('escalation.add')}</Button>}
    </>
  )
}
