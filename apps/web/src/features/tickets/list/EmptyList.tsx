import { Button } from '@mantine/core'
import { IconFilterOff, IconInbox } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useMailboxes } from '../people.ts'
import { defaultView, hasFilters, isBuiltIn, withoutFilters, type TicketSearch } from './ticket-search.ts'

export function EmptyList({ search }: { search: TicketSearch }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const mailboxes = useMailboxes()
  const view = search.view ?? defaultView
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
