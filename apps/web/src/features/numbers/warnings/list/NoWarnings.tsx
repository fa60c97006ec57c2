import { warningKinds } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconBellOff, IconCircleCheck, IconFilterOff, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { warningSettingsQuery } from '../data/warning-queries.ts'
import type { WarningsSearch } from '../search.ts'
import classes from './list.module.css'

const icon = { size: 22, stroke: 1.5 } as const

/** No news is good news only where it is said what is looked for. */
export function NoWarnings({ search }: { search: WarningsSearch }) {
  const { t } = useTranslation('warnings')
  const { data: settings } = useQuery(warningSettingsQuery)
  const leads = useCan('board.read')
  if (search.kind || search.location) return <EmptyState icon={<IconFilterOff {...icon} />} title={t('empty.filtered')} action={<Button variant="default" renderRoot={(props) => <Link to="/numbers/warnings" search={search.state ? { state: search.state } : {}} {...props} />}>{t('empty.clear')}</Button>} />
  if (search.state !== undefined) return <EmptyState icon={<IconCircleCheck {...icon} />} title={t(`empty.${search.state}`)} />
  if (!leads) return <EmptyState icon={<IconUsers {...icon} />} title={t('empty.notYours')} />
  const watched = warningKinds.filter((kind) => settings?.kinds[kind]?.on !== false)
  if (settings && watched.every((kind) => kind === 'sums-healed')) return <EmptyState icon={<IconBellOff {...icon} />} title={t('empty.off')} action={<Past />} />
  return (
    <div className={classes.none}>
      <EmptyState icon={<IconCircleCheck {...icon} />} title={t('empty.open')} text={t('empty.openText')} />
      <ul className={classes.watched}>{watched.map((kind) => <li key={kind}>{t(`watch.${kind}`)}</li>)}</ul>
      <Past />
    </div>
  )
}

function Past() {
  const { t } = useTranslation('warnings')
  return <Button variant="default" renderRoot={(props) => <Link to="/numbers/warnings/past" search={{}} {...props} />}>{t('empty.toPast')}</Button>
}
