import { parts, roles, type Recipient } from '@kontuar/contracts'
import { MultiSelect, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, recipientOf } from '../words/recipient-key.ts'
import { useRecipientWords } from '../words/use-recipient-words.ts'
import classes from './edit.module.css'

/** Whom one can choose: by their part in the matter first, by name last. */
function useOffered() {
  const { t } = useTranslation('rules')
  const { nameOf, teams, staff } = useRecipientWords()
  const option = (recipient: Recipient) => ({ value: keyOf(recipient), label: nameOf(recipient) })
  return [
    { group: t('recipients.parts'), items: parts.map((to) => option({ to })) },
    { group: t('recipients.roles'), items: roles.map((role) => option({ to: 'role', role })) },
    ...(teams.length === 0 ? [] : [{ group: t('recipients.teams'), items: teams.map(({ id }) => option({ to: 'team-of', teamId: id })) }]),
    { group: t('recipients.people'), items: staff.map(({ id }) => option({ to: 'staff', staffId: id })) },
  ]
}

/** Those who are chosen, and who that is now. */
export function RecipientsField({ label, value, change, error, left }: { label: string; value: readonly Recipient[]; change: (value: Recipient[]) => void; error?: ReactNode; left?: () => void }) {
  const { t } = useTranslation('rules')
  const { nameOf, whoNow } = useRecipientWords()
  return (
    <div className={classes.wide}>
      <MultiSelect
        label={label} placeholder={value.length === 0 ? t('recipients.choose') : undefined} error={error} onBlur={left}
        data={offeredWith(useOffered(), value, nameOf)} searchable hidePickedOptions maxDropdownHeight={320} maxValues={20} nothingFoundMessage={t('nothingFound')}
        value={value.map(keyOf)} onChange={(keys) => change(keys.flatMap((key) => recipientOf(key) ?? []))}
      />
      {value.length > 0 && <ul className={classes.now}>{value.map((recipient) => <li key={keyOf(recipient)}><strong>{nameOf(recipient)}:</strong> {whoNow(recipient)}</li>)}</ul>}
    </div>
  )
}

export function OneRecipientField({ label, value, change }: { label: string; value: Recipient; change: (value: Recipient) => void }) {
  const { t } = useTranslation('rules')
  const { nameOf, whoNow } = useRecipientWords()
  return (
    <div className={classes.wide}>
      <Select
        label={label} allowDeselect={false} searchable maxDropdownHeight={320} nothingFoundMessage={t('nothingFound')}
        data={offeredWith(useOffered(), [value], nameOf)} value={keyOf(value)}
        onChange={(key) => {
          const chosen = key === null ? null : recipientOf(key)
          if (chosen) change(chosen)
        }}
      />
      <p className={classes.hint}>{whoNow(value)}</p>
    </div>
  )
}

type Group = ReturnType<typeof useOffered>[number]
/** Somebody who has left, or a team given up, still stands in the rule and can be taken out. */
function offeredWith(groups: Group[], chosen: readonly Recipient[], nameOf: (recipient: Recipient) => string): (Group | { value: string; label: string })[] {
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)))
  return [...chosen.filter((each) => !known.has(keyOf(each))).map((each) => ({ value: keyOf(each), label: nameOf(each) })), ...groups]
}
