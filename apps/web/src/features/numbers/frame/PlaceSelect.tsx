import { NativeSelect } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { numbersPlaces } from './numbers-places.ts'
import { useDashboardGroups } from './use-dashboard-groups.ts'
import classes from './frame.module.css'

/** The list at the side, where a phone has no side. */
export function PlaceSelect() {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const { permissions } = useMe()
  const groups = useDashboardGroups()
  const pathname = useLocation({ select: (location) => location.pathname })
  const address = (id: string) => `/numbers/dashboards/${encodeURIComponent(id)}`
  const options = [
    ...groups.map(({ group, dashboards }) => ({ group: t(`group.${group}`), items: dashboards.map(({ id, name }) => ({ value: address(id), label: name })) })),
    { group: t('group.others'), items: [{ value: '/numbers/dashboards/new', label: t('new') }, ...numbersPlaces.filter(({ permission }) => !permission || permissions.includes(permission)).map(({ to, label }) => ({ value: to as string, label: t(label) }))] },
  ]
  const value = options.flatMap(({ items }) => items).find((each) => pathname === each.value || pathname.startsWith(`${each.value}/`))?.value ?? ''
  return <div className={classes.select}><NativeSelect size="sm" aria-label={t('title')} value={value} data={[...(value === '' ? [{ value: '', label: t('title') }] : []), ...options]} onChange={({ currentTarget }) => { if (currentTarget.value) void navigate({ to: currentTarget.value }) }} /></div>
}
