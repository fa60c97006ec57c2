import { changeCustomField, type CustomField } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customFieldsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import { subjects } from './subjects.ts'
import words from '../words/words.module.css'

export function FieldsPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const fields = useQuery(customFieldsQuery)
  const patch = usePatch(changeCustomField, queryKeys.customFields)
  const reorder = useReorder<CustomField, typeof changeCustomField>(changeCustomField, queryKeys.customFields, ({ id }) => id)
  const all = fields.data?.items ?? []
  const needed = ({ required: { always, statuses = [], queues = [], reasons = [] } }: CustomField) => (always ? t('fields.always') : statuses.length + queues.length + reasons.length > 0 ? t('fields.sometimes') : null)

  return (
    <SettingsPage title={tSettings('fields.title')} text={t('fields.text')}>
      {fields.isPending ? <RowSkeletons rows={6} height={48} /> : fields.isError ? <Problem error={fields.error} retry={() => void fields.refetch()} /> : (
        <>
          {subjects.map((subject) => {
            const items = all.filter((field) => field.subject === subject && !field.retired)
            return (
              <Section key={subject} title={t(`subject.${subject}`)}>
                {items.length === 0 ? <p className={words.none}>{t(`subjectText.${subject}`)}</p> : (
                  <Sortable
                    items={items}
                    idOf={({ id }) => id}
                    nameOf={({ name }) => name}
                    label={t(`subject.${subject}`)}
                    move={(from, to) => reorder(moved(items, from, to))}
                  >
                    {(field, handle) => (
                      <div className={words.sorted}>
                        {handle}
                        <div className={words.name}>
                          <Link to="/settings/fields/$fieldId" params={{ fieldId: field.id }}>{field.name}</Link>
                          <div className={words.said}>{[t(`type.${field.type}`), field.help].filter(Boolean).join(' · ')}</div>
                        </div>
                        {needed(field) !== null && <Badge variant="light" color="gray" size="sm">{needed(field)}</Badge>}
                      </div>
                    )}
                  </Sortable>
                )}
                <p className={words.below}>
                  <Button variant="subtle" size="compact-sm" renderRoot={(props) => <Link to="/settings/fields/new" search={{ subject }} {...props} />}>{t('fields.add')}</Button>
                </p>
              </Section>
            )
          })}
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={({ name, subject }) => `${name} (${t(`subject.${subject}`)})`} bringBack={({ id, name }) => patch.mutate({ id, body: { retired: false }, before: { retired: true }, message: t('retired.isBack', { name }) })} />
        </>
      )}
    </SettingsPage>
  )
}
