import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconPencil, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNamed } from '../../../ui/ready-made.ts'
import { useSavedCounts, useViews } from '../../views/index.ts'
import { defaultView } from './ticket-search.ts'
import type { ListView } from './use-list-view.ts'
import { useViewCounts, useViewGroups } from './ViewColumn.tsx'
import classes from './filter-bar.module.css'

/** The views where there is no room for their column. */
export function ViewMenu({ view }: { view: ListView }) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const named = useNamed()
  const count = useViewCounts()
  const groups = useViewGroups()
  const savedCount = useSavedCounts()
  const { views } = useViews()
  const choose = (id: string) => void navigate({ to: '/tickets', search: id === defaultView ? {} : { view: id } })
  return (
    <Menu position="bottom-start" width={260} loop>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" className={classes.viewMenu} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          <VisuallyHidden>{t('views.label')}: </VisuallyHidden>
          {view.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.viewChoices}>
        <Menu.RadioGroup value={view.id} onChange={choose}>
          {groups.flat().map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick rightSection={<span className={classes.menuCount}>{count(each)}</span>}>
              {t(`view.${each}`)}
            </Menu.RadioItem>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {views.map((each) => (
            <Menu.RadioItem key={each.id} value={each.id} closeMenuOnClick rightSection={<span className={classes.menuCount}>{savedCount(each.id)}</span>}>
              {named('view', each)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {view.saved && <Menu.Item leftSection={<IconPencil size={15} stroke={1.5} />} onClick={() => void navigate({ to: '/views/$viewId', params: { viewId: view.id } })}>{tViews('change')}</Menu.Item>}
        <Menu.Item leftSection={<IconPlus size={15} stroke={1.5} />} onClick={() => void navigate({ to: '/views/new' })}>{tViews('save')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
