import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultView, type TicketSearch } from './ticket-search.ts'
import { useViewCounts, viewGroups } from './ViewColumn.tsx'
import classes from './filter-bar.module.css'

/** The views where there is no room for their column. */
export function ViewMenu({ search }: { search: TicketSearch }) {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const count = useViewCounts()
  const current = search.view ?? defaultView
  return (
    <Menu position="bottom-start" width={240} loop>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" className={classes.viewMenu} rightSection={<IconChevronDown size={14} stroke={1.5} />} aria-label={t('views.current', { view: t(`view.${current}`) })}>
          {t(`view.${current}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {viewGroups.map((views, index) => (
          <Fragment key={index}>
            {index > 0 && <Menu.Divider />}
            {views.map((view) => (
              <Menu.Item
                key={view}
                role="menuitemradio"
                aria-checked={view === current}
                rightSection={<span className={classes.menuCount}>{count(view)}</span>}
                fw={view === current ? 600 : 400}
                onClick={() => void navigate({ to: '/tickets', search: view === defaultView ? {} : { view } })}
              >
                {t(`view.${view}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
