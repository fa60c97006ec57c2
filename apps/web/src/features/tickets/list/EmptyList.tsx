import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFilterOff, IconInbox } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useMailboxes } from '../people.ts'
import { defaultView, hasFilters, isBuiltIn, withoutFilters, type TicketSearch } from './ticket-search.ts'

export function EmptyList({ search, broken }: { search: TicketSearch; /** The saved view asks for something that is gone. */ broken: boolean }) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const mailboxes = useMailboxes()
  const view = search.view ?? defaultView
  if (broken) {
    return (
      <EmptyState
        icon={<IconAlertTriangle size={22} stroke={1.5} />}
        title={tViews('broken')}
        text={tViews('brokenText')}
        action={<Button onClick={() => void navigate({ to: '/views/$viewId', params: { viewId: view } })}>{tViews('change')}</Button>}
      />
    )
  }
  if (hasFilters(search)) {
    return (
      <EmptyState
        icon={<IconFilterOff size={22} stroke={1.5} />}
        title={t('empty.filtered')}
        text={t('empty.filteredText')}
        action={<Button variant="default" onClick={() => void navigate({ to: '/tickets', search: withoutFilters(search) })}>{t('filter.clear')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<IconInbox size={22} stroke={1.5} />}
      title={isBuiltIn(view) ? t(`empty.${view}`) : t('empty.saved')}
      text={t('empty.text')}
      action={
        mailboxes.length > 0 && view !== 'all' ? (
          <Button variant="default" onClick={() => void navigate({ to: '/tickets', search: { view: 'all' } })}>{t('empty.showAll')}</Button>
        ) : undefined
      }
    />
  )
}
