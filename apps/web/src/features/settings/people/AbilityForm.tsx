import { setAbility, type Ability, type Staff } from '@kontuar/contracts'
import { ActionIcon, Button, MultiSelect, NumberInput, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { calendarsQuery, useTags } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { abilityOf, valuesOf } from './ability-values.ts'
import classes from '../settings.module.css'
import own from './people.module.css'

const languages = ['pl', 'uk', 'ru', 'en', 'de', 'cs', 'sk', 'lt', 'fr', 'es', 'it']
const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review'] as const

export function AbilityForm({ person, given, disabled }: { person: Staff; given: Ability; disabled: boolean }) {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tConditions } = useTranslation('conditions')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const named = useNamed()
  const tags = useTags()
  const calendars = useQuery(calendarsQuery).data?.items ?? []
  const form = useForm({ initialValues: valuesOf(given) })
  const read = () => Promise.all([queries.invalidateQueries({ queryKey: queryKeys.ability(person.id) }), queries.invalidateQueries({ queryKey: queryKeys.presence })])
  const saving = useMutation({
    mutationFn: (body: Ability) => api(setAbility, { params: { id: person.id }, body }),
    onSuccess: async () => {
      showNotice({ message: t('ability.saved', { name: person.name }), undo: () => void api(setAbility, { params: { id: person.id }, body: given }).finally(read) })
      await read()
    },
    onError: (error) => form.setErrors(refusedFields(error, tDesk)),
  })
  const { values } = form
  const languageName = new Intl.DisplayNames(currentLocale(), { type: 'language' })
  // A channel of a newer server keeps its own name.
  const channelName = (channel: string) => { const known = channels.find((each) => each === channel); return known ? tConditions(`channel.${known}`) : channel }
  const channelChoices = (kept: readonly string[]) => [...new Set([...channels, ...kept])].map((channel) => ({ value: channel, label: channelName(channel) }))
  const shared = { className: classes.wideField, searchable: true, hidePickedOptions: true, readOnly: disabled, nothingFoundMessage: everywhere('picker.nothing') } as const
  const number = { min: 0, max: 10_000, allowDecimal: false, allowNegative: false, readOnly: disabled } as const
  const fields = (
    <>
      <MultiSelect {...shared} label={t('ability.languages')} data={[...new Set([...languages, ...values.languages])].map((tag) => ({ value: tag, label: languageName.of(tag) ?? tag }))} {...form.getInputProps('languages')} />
      <MultiSelect {...shared} label={t('ability.channels')} description={t('ability.channelsHint')} data={channelChoices(values.channels)} {...form.getInputProps('channels')} />
      <MultiSelect {...shared} label={t('ability.products')} description={t('ability.productsHint')} data={tags.filter(({ id, retired }) => !retired || values.products.includes(id)).map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('products')} />
      <NumberInput className={own.number} label={t('ability.total')} description={t('ability.totalHint')} placeholder={t('ability.noLimit')} {...number} {...form.getInputProps('total')} />
      <fieldset className={classes.choice}>
        <legend>{t('ability.byChannel')}</legend>
        {values.limits.map(({ channel }, index) => (
          <div key={index} className={own.limit}>
            <Select aria-label={t('ability.channel')} placeholder={t('ability.channel')} readOnly={disabled} data={channelChoices(channel === '' ? [] : [channel]).filter(({ value }) => value === channel || !values.limits.some((each) => each.channel === value))} value={channel === '' ? null : channel} onChange={(next) => form.setFieldValue(`limits.${index}.channel`, next ?? '')} />
            <NumberInput aria-label={t('ability.limitOf', { channel: channel === '' ? t('ability.channel') : channelName(channel) })} {...number} {...form.getInputProps(`limits.${index}.tickets`)} />
            {!disabled && <ActionIcon aria-label={t('ability.dropLimit', { channel: channelName(channel) })} onClick={() => form.removeListItem('limits', index)}><IconX size={15} stroke={1.5} aria-hidden /></ActionIcon>}
          </div>
        ))}
        {!disabled && <Button type="button" variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => form.insertListItem('limits', { channel: '', tickets: '' })}>{t('ability.addLimit')}</Button>}
        {disabled && values.limits.length === 0 && <span className={classes.rowText}>{t('ability.noLimit')}</span>}
      </fieldset>
      <Select className={classes.narrow} label={t('ability.shifts')} description={t('ability.shiftsHint')} readOnly={disabled} placeholder={t('ability.noShifts')} clearable={!disabled} clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} data={calendars.filter(({ id, retired }) => !retired || id === values.shiftCalendarId).map((calendar) => ({ value: calendar.id, label: named('calendar', calendar) }))} {...form.getInputProps('shiftCalendarId')} />
    </>
  )
  if (disabled) return <div className={classes.stack}>{fields}</div>
  return (
    <SaveForm button={t('ability.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={refusalText(saving.error, tDesk)} onSubmit={form.onSubmit((entered) => saving.mutate(abilityOf(entered)))}>
      {fields}
    </SaveForm>
  )
}
