import type { Recovery } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { StaffPicker } from '../../../ui/pickers/StaffPicker.tsx'
import { useBecause } from '../../alerts/index.ts'
import { useRecoveryActs } from '../use-recovery-acts.ts'
import classes from './story.module.css'

/** Who is responsible, and why just they. */
export function Owner({ recovery }: { recovery: Recovery }) {
  const { t } = useTranslation('recovery')
  const because = useBecause()
  const acts = useRecoveryActs()
  const mayChange = useCan('recovery.change')
  const why = recovery.owner === null ? t('nobodyText') : t('because', { why: because(recovery.because) })
  return (
    <div className={classes.owner}>
      {mayChange ? <StaffPicker size="sm" label={t('owner')} description={why} value={recovery.owner?.id ?? null} comboboxProps={{ width: 280, position: 'bottom-start' }} change={(id) => { if (id !== (recovery.owner?.id ?? null)) void acts.give(recovery, id) }} />
        : <p><span className={classes.label}>{t('owner')}</span> {recovery.owner?.name ?? t('nobody')} <span className={classes.soft}>{why}</span></p>}
    </div>
  )
}
