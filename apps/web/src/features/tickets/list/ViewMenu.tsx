import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultView, type TicketSearch, type View } from './ticket-search.ts'
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
        <Button variant="subtle" color="gray" size="compact-md" className={classes.viewMenu} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          <VisuallyHidden>{t('views.label')}: </VisuallyHidden>
          {t(`view.${current}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {viewGroups.map((views, index) => (
          <Fragment key={index}>
            {index > 0 && <Menu.Divider />}
            <Menu.RadioGroup value={current} onChange={(view) => void navigate({ to: '/tickets', search: view === defaultView ? {} : { view: view as View } })}>
              {views.map((view) => (
                <Menu.RadioItem key={view} value={view} closeMenuOnClick rightSection={<span className={classes.menuCount}>{count(view)}</span>}>
                  {t(`view.${view}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
