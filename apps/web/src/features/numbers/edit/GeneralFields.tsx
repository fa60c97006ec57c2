import { roles } from '@kontuar/contracts'
import { Checkbox, NativeSelect, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { nothing } from '../../../ui/conditions/condition-tree.ts'
import { useFields } from '../data/use-fields.ts'
import { comparisons, periods } from '../search/numbers-search.ts'
import type { Draft } from './draft.ts'
import { PanelHead } from './PanelHead.tsx'
import classes from './edit.module.css'

/** What holds of the whole dashboard: its days, its filter, who sees it. */
export function GeneralFields({ draft, readyMade, change, close }: { draft: Draft; readyMade: boolean; change: (draft: Draft) => void; close: () => void }) {
  const { t } = useTranslation('tiles')
  const { t: tNumbers } = useTranslation('numbers')
  const fields = useFields()
  const mayShare = useCan('insight.manage')
  const { definition, sharedWith } = draft
  const set = (part: Partial<Draft['definition']>) => change({ ...draft, definition: { ...definition, ...part } })
  const shared = sharedWith ?? []
  return (
    <>
      <PanelHead title={t('edit.general')} close={close} />
      <div className={classes.panelBody}>
        <NativeSelect label={t('general.period')} description={t('general.periodHint')} value={definition.period} data={periods.map((period) => ({ value: period, label: tNumbers(`period.${period}`) }))} onChange={({ currentTarget }) => set({ period: currentTarget.value as Draft['definition']['period'] })} />
        <NativeSelect label={tNumbers('compare')} value={definition.compare} data={comparisons.map((each) => ({ value: each, label: tNumbers(`compare.${each}`) }))} onChange={({ currentTarget }) => set({ compare: currentTarget.value as Draft['definition']['compare'] })} />
        <Switch label={t('general.mine')} description={t('general.mineHint')} checked={definition.mine === true} onChange={({ currentTarget }) => set({ mine: currentTarget.checked })} />
        <ConditionsField label={t('general.where')} value={definition.where ?? nothing} onChange={(where) => set({ where: where.rules.length === 0 ? null : where })} fields={fields} me={false} whenEmpty={t('tile.everything')} />
        {!readyMade && (
          <Checkbox.Group label={t('general.shared')} description={t(mayShare ? 'general.sharedHint' : 'general.mayNotShare')} value={[...shared]} onChange={(next) => change({ ...draft, sharedWith: next.length === 0 ? null : (next as NonNullable<Draft['sharedWith']>) })}>
            <div className={classes.checks}>{roles.map((role) => <Checkbox key={role} size="xs" value={role} label={t(`role.${role}`)} disabled={!mayShare} />)}</div>
          </Checkbox.Group>
        )}
      </div>
    </>
  )
}
