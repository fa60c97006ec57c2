import { changeStaff, roles, type Role, type Staff } from '@kontuar/contracts'
import { Avatar, Badge, Button, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { initials } from '../../../ui/initials.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { showNotice } from '../../../ui/undo.ts'
import classes from '../settings.module.css'
import own from './people.module.css'

export function PersonRow({ person, canManage }: { person: Staff; canManage: boolean }) {
  const { t } = useTranslation('settings')
  const me = useMe().staff.id === person.id
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (body: { role?: Role; active?: boolean }) => api(changeStaff, { params: { id: person.id }, body }),
    onSuccess: (after, body) => {
      const before = body.role === undefined ? { active: person.active } : { role: person.role }
      const message = body.role !== undefined ? t('people.roleChanged', { name: person.name, role: t(`role.${after.role}`) }) : after.active ? t('people.letIn', { name: person.name }) : t('people.keptOut', { name: person.name })
      showNotice({ message, undo: () => void api(changeStaff, { params: { id: person.id }, body: before }).finally(() => queries.invalidateQueries({ queryKey: queryKeys.staff })) })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.staff }),
  })
  return (
    <li className={own.person} data-out={!person.active}>
      <div className={classes.row}>
        <Avatar size={32} radius="xl" color="gray" alt="">{initials(person.name)}</Avatar>
        <div className={own.main}>
          <div className={classes.rowName}>
            <Link to="/settings/people/$personId" params={{ personId: person.id }}>{person.name}</Link>
            {me && <Badge variant="light" color="gray" size="sm">{t('people.you')}</Badge>}
            {!person.active && <Badge variant="outline" color="gray" size="sm">{t('people.inactive')}</Badge>}
          </div>
          <div className={classes.rowText}>
            {person.email} · {person.lastSeenAt ? <>{t('people.seen')} <RelativeTime at={person.lastSeenAt} /></> : t('people.neverSeen')}
          </div>
        </div>
        {canManage && !me ? (
          <div className={own.acts}>
            <Select
              aria-label={t('people.roleOf', { name: person.name })}
              size="xs"
              w={150}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              value={change.isPending && change.variables.role ? change.variables.role : person.role}
              onChange={(role) => role && role !== person.role && change.mutate({ role: role as Role })}
            />
            <Button variant="default" size="compact-sm" aria-label={person.active ? t('people.keepOutOf', { name: person.name }) : t('people.letInOf', { name: person.name })} onClick={() => change.mutate({ active: !person.active })}>
              {person.active ? t('people.keepOut') : t('people.letInAct')}
            </Button>
          </div>
        ) : (
          <span className={classes.rowText}>{t(`role.${person.role}`)}</span>
        )}
      </div>
      {change.isError && <Problem error={change.error} />}
    </li>
  )
}
