import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import type { Fault } from './faults.ts'
import type { ConnectionForm, ConnectionKind } from './use-connection-form.ts'
import classes from './mailboxes.module.css'

/** Beside the save button: tries what is typed now, saved or not. */
export function TryButton({ form, test }: Pick<ConnectionForm, 'form' | 'test'>) {
  const { t } = useTranslation('mailboxes')
  return (
    <Button
      type="button"
      variant="default"
      data-try
      aria-disabled={test.isPending}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!test.isPending && !form.validate().hasErrors) test.mutate(form.getValues())
      }}
    >
      {test.isPending ? t('trying') : t('try')}
    </Button>
  )
}

/** What came of it: the fault by name, what to do, and the server's own words. */
export function TestResult({ kind, test }: { kind: ConnectionKind } & Pick<ConnectionForm, 'test'>) {
  const { t } = useTranslation('mailboxes')
  if (test.isError) return <Problem error={test.error} />
  const part = test.data?.[kind]
  return (
    <div role="status">
      {part && (
        <div className={classes.result} data-result data-ok={part.ok}>
          {part.ok ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconAlertTriangle size={16} stroke={1.5} aria-hidden />}
          <div>
            {part.ok ? t(`works.${kind}`) : t(`fault.${part.fault as Fault}`)}
            {!part.ok && part.detail && <div className={classes.detail}>{part.detail}</div>}
          </div>
        </div>
      )}
    </div>
  )
}
