// The statuses in their four categories. Their order is one for all lists in which a status is chosen.
import { changeStatus, type Status } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { statusesQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { ColourDot } from '../../../ui/colour/ColourDot.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import { categories } from './categories.ts'
import words from '../words/words.module.css'

export function StatusesPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const named = useNamed()
  const statuses = useQuery(statusesQuery)
  const patch = usePatch(changeStatus, queryKeys.statuses)
  const reorder = useReorder<Status, typeof changeStatus>(changeStatus, queryKeys.statuses, ({ key }) => key)
  const nameOf = (status: Status) => named('status', status)
  const all = statuses.data?.items ?? []
  const used = categories.map((category) => ({ category, items: all.filter((status) => status.category === category && !status.retired) }))
  const said = (status: Status) => [
    status.requires.reason && t('statuses.needsReason'),
    status.requires.result && t('statuses.needsResult'),
    status.next !== null && t('statuses.limited', { names: all.filter(({ key }) => status.next!.includes(key)).map(nameOf).join(', ') || '—' }),
  ].filter(Boolean).join(' · ')

  return (
    <SettingsPage title={tSettings('statuses.title')} text={t('statuses.text')}>
      {statuses.isPending ? <RowSkeletons rows={6} height={48} /> : statuses.isError ? <Problem error={statuses.error} retry={() => void statuses.refetch()} /> : (
        <>
          {used.map(({ category, items }, index) => (
            <Section key={category} title={t(`category.${category}`)} text={t(`categoryText.${category}`)}>
              <Sortable
                items={items}
                idOf={({ key }) => key}
                nameOf={nameOf}
                label={t(`category.${category}`)}
                move={(from, to) => reorder(used.toSpliced(index, 1, { category, items: moved(items, from, to) }).flatMap((each) => each.items))}
              >
                {(status, handle) => (
                  <div className={words.sorted}>
                    {handle}
                    <ColourDot colour={status.colour} />
                    <div className={words.name}>
                      <Link to="/settings/statuses/$statusKey" params={{ statusKey: status.key }}>{nameOf(status)}</Link>
                      <div className={words.said}>{said(status)}</div>
                    </div>
                    {status.isDefault && <Badge variant="light" color="gray" size="sm">{t('statuses.default')}</Badge>}
                  </div>
                )}
              </Sortable>
              <p className={words.below}>
                <Button variant="subtle" size="compact-sm" renderRoot={(props) => <Link to="/settings/statuses/new" search={{ category }} {...props} />}>{t('statuses.add')}</Button>
              </p>
            </Section>
          ))}
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ key }) => key} nameOf={nameOf} bringBack={(status) => patch.mutate({ id: status.key, body: { retired: false }, before: { retired: true }, message: t('retired.isBack', { name: nameOf(status) }) })} />
        </>
      )}
    </SettingsPage>
  )
}
