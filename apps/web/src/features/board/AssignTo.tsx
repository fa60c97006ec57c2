// Chooses who gets the tickets, with what each already has. Works without a mouse: type, arrows, Enter.
import type { Board } from '@kontuar/contracts'
import { Button, Popover, Select } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/desk.ts'
import { Initials } from '../../ui/Initials.tsx'
import { PresenceDot } from '../../ui/PresenceDot.tsx'
import type { Receiver } from './use-reassign.ts'
import classes from './assign-to.module.css'

interface Given { owners: Board['owners']; /** Who has them now. */ except: string; ids: readonly string[] | null; open: () => void; leave: () => void; give: (to: Receiver) => void; children: ReactElement }

export function AssignTo({ owners, except, ids, open, leave, give, children }: Given) {
  const { t } = useTranslation('board')
  const { t: tCommon } = useTranslation()
  const staff = useStaff().filter(({ id, active, role }) => active && role !== 'observer' && id !== except)
  const presenceOf = (id: string) => owners.find(({ ownerId }) => ownerId === id)?.presence ?? null
  const free = (id: string) => (presenceOf(id)?.state === 'available' ? 0 : 1)
  return (
    <Popover opened={ids !== null} onChange={(opened) => (opened ? open() : leave())} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.drop} aria-label={t('assign')}>
        <p className={classes.title}>{t('assign.title', { count: ids?.length ?? 0 })}</p>
        {except !== 'none' && <Button variant="default" size="xs" leftSection={<IconArrowBackUp size={15} stroke={1.5} />} onClick={() => give({ id: null, name: '' })}>{t('assign.queue')}</Button>}
        <Select
          data-autofocus
          searchable
          defaultDropdownOpened
          selectFirstOptionOnChange
          aria-label={t('assign.choose')}
          placeholder={t('assign.choose')}
          nothingFoundMessage={tCommon('picker.nothing')}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={280}
          data={staff.toSorted((a, b) => free(a.id) - free(b.id)).map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            const found = staff.find((each) => each.id === id)
            if (found) give({ id: found.id, name: found.name })
          }}
          renderOption={({ option }) => {
            const presence = presenceOf(option.value)
            return (
              <span className={classes.option}>
                <Initials name={option.label} />
                <span className={classes.name}>{option.label}</span>
                {presence && <span className={classes.load}>{presence.capacity === null ? presence.openTickets : t('load.of', { open: presence.openTickets, capacity: presence.capacity })}</span>}
                {presence && <PresenceDot state={presence.state} />}
              </span>
            )
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
