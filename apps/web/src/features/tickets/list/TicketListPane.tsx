import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import type { TicketList } from './ticket-list.ts'
import { TicketRows, type RowsHandle } from './TicketRows.tsx'
import type { TicketSearch } from './ticket-search.ts'
import { ViewMenu } from './ViewMenu.tsx'
import filter from './filter-bar.module.css'
import classes from '../tickets-screen.module.css'

export function TicketListPane({ list, search, openId, alone, handle, startNew }: { /** No ticket stands beside it. */ alone: boolean; list: TicketList; search: TicketSearch; openId: string | undefined; handle: React.RefObject<RowsHandle | null>; startNew: () => void }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const mayAnswer = useCan('ticket.answer')
  const replace = (next: TicketSearch) => {
    const { selected: _, ...filters } = next
    void navigate({ to: '.', search: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as TicketSearch, replace: true })
  }
  const change = (part: Partial<TicketSearch>) => replace({ ...search, ...part })
  return (
    <section className={classes.list} aria-label={t('list.label')}>
      {alone && <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>}
      <div className={filter.bar}>
        <div className={classes.viewMenuPlace}>
          <ViewMenu search={search} />
        </div>
        <SearchBox value={search.q ?? ''} search={(words) => change({ q: words || undefined })} leave={() => handle.current?.focus()} label={t('search.label')} />
        <FilterMenu search={search} change={change} replace={replace} />
        {mayAnswer && (
          <Tooltip label={<span className={classes.tip}>{t('new.action')} <KeyboardHint keys="c" /></span>}>
            <ActionIcon className={filter.end} aria-label={t('new.action')} onClick={startNew}>
              <IconPencilPlus size={18} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <FilterChips search={search} drop={(name) => change({ [name]: undefined })} />
      <TicketRows key={openId === undefined ? 'alone' : 'beside'} list={list} search={search} openId={openId} handle={handle as Ref<RowsHandle>} />
    </section>
  )
}
