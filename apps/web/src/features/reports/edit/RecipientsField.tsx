// Who gets it: by part in what the report is about, by role, by team, by name, or at an address outside.
import { roles, type ReportRecipient } from '@kontuar/contracts'
import { ActionIcon, Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { IconMail, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff, useTeams } from '../../../api/desk.ts'
import { localeNames, locales } from '../../../i18n/i18n.ts'
import { looksLikeAddress } from '../../../ui/form-errors.ts'
import { useRecipientWords } from '../words/use-report-words.ts'
import { addRecipient, partsOf, type Draft } from './draft.ts'
import { useScopeChoices } from './use-scope-choices.ts'
import classes from './edit.module.css'

export function RecipientsField({ draft, change, refused }: { draft: Draft; change: (draft: Draft) => void; /** By the path of the field, as the server says it. */ refused: Record<string, string> }) {
  const { t } = useTranslation('reports')
  const words = useRecipientWords()
  const [staff, teams] = [useStaff(), useTeams()]
  const { personal } = draft.definition
  const scopes = useScopeChoices(personal)
  const [outside, setOutside] = useState(false)
  const wrong = new Set(Object.keys(refused).flatMap((field) => field.match(/^recipients\.(\d+)/)?.[1] ?? []).map(Number))
  const choices = [
    { group: t('to.parts'), items: partsOf[personal].map((part) => ({ value: JSON.stringify({ to: part }), label: t(`to.${part}`) })) },
    { group: t('to.roles'), items: roles.map((role) => ({ value: JSON.stringify({ to: 'role', role }), label: t('to.role', { role: t(`role.${role}`) }) })) },
    { group: t('to.teams'), items: teams.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: JSON.stringify({ to: 'team-of', teamId: id }), label: t('to.team-of', { name }) })) },
    { group: t('to.people'), items: staff.filter(({ active }) => active).map(({ id, name }) => ({ value: JSON.stringify({ to: 'staff', staffId: id }), label: name })) },
  ].map(({ group, items }) => ({ group, items: items.filter(({ value }) => !draft.recipients.some((each) => JSON.stringify(each) === value)) })).filter(({ items }) => items.length > 0)
  const remove = (index: number) => change({ ...draft, recipients: draft.recipients.filter((_, place) => place !== index) })
  const scopeName = (recipient: ReportRecipient) => (recipient.to === 'address' && recipient.scopeId !== undefined ? scopes.find(({ value }) => value === recipient.scopeId)?.label : undefined)
  return (
    <>
      <p className={classes.soft}>{t(personal === 'nobody' ? 'recipientsHint' : 'recipientsHintPersonal')}</p>
      {draft.recipients.length > 0 && (
        <ul className={classes.recipients} aria-label={t('recipients')}>
          {draft.recipients.map((recipient, index) => {
            const said = [words(recipient), scopeName(recipient)].filter(Boolean).join(', ')
            return <li key={JSON.stringify(recipient)} data-wrong={wrong.has(index) || undefined}><span>{said}</span><ActionIcon size={26} aria-label={t('recipients.remove', { name: said })} onClick={() => remove(index)}><IconTrash size={15} stroke={1.5} aria-hidden /></ActionIcon></li>
          })}
        </ul>
      )}
      <Select label={t('recipients.add')} placeholder={t('recipients.choose')} searchable data={choices} value={null} nothingFoundMessage={t('bar.nothing')} onChange={(chosen) => { if (chosen) change(addRecipient(draft, JSON.parse(chosen) as ReportRecipient)) }} />
      {outside ? <Outside draft={draft} change={change} scopes={scopes} close={() => setOutside(false)} /> : <Button variant="subtle" size="compact-sm" className={classes.begin} leftSection={<IconMail size={15} stroke={1.5} aria-hidden />} onClick={() => setOutside(true)}>{t('recipients.outside')}</Button>}
    </>
  )
}

/** Somebody who cannot sign in. */
function Outside({ draft, change, scopes, close }: { draft: Draft; change: (draft: Draft) => void; scopes: readonly { value: string; label: string }[]; close: () => void }) {
  const { t } = useTranslation('reports')
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [language, setLanguage] = useState('')
  const [scopeId, setScopeId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const add = () => {
    setTried(true)
    if (!looksLikeAddress(email)) return
    const spoken = locales.find((each) => each === language)
    change(addRecipient(draft, { to: 'address', name: name.trim(), email: email.trim(), ...(spoken && { language: spoken }), ...(scopeId !== null && { scopeId }) }))
    close()
  }
  return (
    <div className={classes.outside} role="group" aria-label={t('recipients.outside')}>
      <p className={classes.soft}>{t('outside.text')}</p>
      <div className={classes.pair}>
        <TextInput type="email" label={t('outside.email')} value={email} autoFocus maxLength={320} onChange={(event) => setEmail(event.currentTarget.value)} error={tried && !looksLikeAddress(email) ? t('outside.wrong') : undefined} onKeyDown={(event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) { event.preventDefault(); add() } }} />
        <TextInput label={t('outside.name')} value={name} maxLength={200} onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect label={t('outside.language')} value={language} data={[{ value: '', label: t('outside.ours') }, ...locales.map((each) => ({ value: each, label: localeNames[each] }))]} onChange={({ currentTarget }) => setLanguage(currentTarget.value)} />
        {scopes.length > 0 && <Select label={t('outside.scope')} clearable searchable placeholder={t('bar.whole')} data={[...scopes]} value={scopeId} onChange={setScopeId} />}
      </div>
      <div className={classes.add}><Button size="compact-sm" onClick={add}>{t('outside.add')}</Button><Button variant="subtle" color="gray" size="compact-sm" onClick={close}>{t('cancel')}</Button></div>
    </div>
  )
}
