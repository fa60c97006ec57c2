import { Button } from '@mantine/core'
import { IconPlus, IconSchool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { NewSetForm } from './NewSetForm.tsx'
import { studySetsQuery } from './study-query.ts'
import classes from './study.module.css'

/** Collections for training. */
export function StudySetsPage() {
  const { t } = useTranslation('recovery')
  const mayChange = useCan('recovery.change')
  const [adding, setAdding] = useState(false)
  const sets = useQuery(studySetsQuery)
  useTitle(t('set.title'))
  const items = sets.data?.items ?? []
  const add = mayChange && !adding ? <Button size="compact-sm" leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>{t('set.new')}</Button> : undefined
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div><h1 className={classes.title}>{t('set.title')}</h1><p className={classes.text}>{t('set.text')}</p></div>
        {items.length > 0 && add}
      </header>
      {adding && <div className={classes.form}><NewSetForm leave={() => setAdding(false)} made={() => setAdding(false)} /></div>}
      {sets.isPending ? <RowSkeletons rows={4} height={60} /> : sets.isError ? <Problem error={sets.error} retry={() => void sets.refetch()} />
        : items.length === 0 ? (!adding && <EmptyState icon={<IconSchool size={22} stroke={1.5} />} title={t('set.empty')} text={t('set.emptyText')} action={add} />)
          : (
            <ul className={classes.list}>
              {items.map((set) => (
                <li key={set.id}>
                  <Link to="/study-sets/$setId" params={{ setId: set.id }} className={classes.name}>{set.name}</Link>
                  {set.note !== '' && <p className={classes.note}>{set.note}</p>}
                  <p className={classes.soft}>{[t('set.items', { count: set.items }), set.createdByName].filter(Boolean).join(' · ')} · <RelativeTime at={set.createdAt} /></p>
                </li>
              ))}
            </ul>
          )}
    </div>
  )
}
