import { changeStaff, roles, type Role, type Staff } from '@kontuar/contracts'
import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { usePatch } from '../words/use-patch.ts'
import classes from '../settings.module.css'

/** Changed at once, with a way back, as in the list of people. */
export function RoleForm({ person, disabled, own }: { person: Staff; disabled: boolean; /** One's own role. */ own: boolean }) {
  const { t } = useTranslation('settings')
  const { t: tStructure } = useTranslation('structure')
  const patch = usePatch(changeStaff, queryKeys.staff)
  const role = patch.isPending && patch.variables.body?.role ? patch.variables.body.role : person.role
  const change = (next: Role) => patch.mutate({ id: person.id, body: { role: next }, before: { role: person.role }, message: t('people.roleChanged', { name: person.name, role: t(`role.${next}`) }), quiet: true })
  return (
    <>
      <Radio.Group aria-label={t('people.role')} value={role} onChange={(next) => change(next as Role)}>
        <div className={classes.checks}>
          {roles.map((each) => <Radio key={each} value={each} label={t(`role.${each}`)} description={t(`roleText.${each}`)} disabled={disabled} />)}
        </div>
      </Radio.Group>
      {disabled && <p className={`${classes.rowText} ${classes.under}`}>{own ? tStructure('role.own') : tStructure('role.fixed')}</p>}
      {patch.isError && <Problem error={patch.error} />}
    </>
  )
}
