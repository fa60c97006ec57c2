// A loop, a ticket or an answer goes into a collection from its own page.
import { addStudyItem, type StudyItem } from '@kontuar/contracts'
import { Button, Select, Textarea } from '@mantine/core'
import { IconSchool } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { NewSetForm } from './NewSetForm.tsx'
import { studySetsQuery } from './study-query.ts'
import classes from './study.module.css'

interface Subject { kind: StudyItem['kind']; subjectId: string }

export function AddToSet(subject: Subject) {
  const { t } = useTranslation('recovery')
  const [open, setOpen] = useState(false)
  if (!useCan('recovery.change')) return null
  return open ? <div className={classes.form} role="group" aria-label={t('set.put')}><PutForm {...subject} leave={() => setOpen(false)} /></div>
    : <Button className={classes.put} variant="subtle" color="gray" size="compact-sm" leftSection={<IconSchool size={15} stroke={1.5} aria-hidden />} onClick={() => setOpen(true)}>{t('set.put')}</Button>
}

function PutForm({ kind, subjectId, leave }: Subject & { leave: () => void }) {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const sets = useQuery(studySetsQuery)
  const [making, setMaking] = useState(false)
  const [setId, setSet] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const items = sets.data?.items ?? []
  const putting = useMutation({
    mutationFn: () => api(addStudyItem, { params: { id: setId! }, body: { kind, subjectId, ...(note.trim() === '' ? {} : { note: note.trim() }) } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.studySets.all })
      showNotice({ message: t('set.isPut', { name: items.find(({ id }) => id === setId)?.name ?? '' }) })
      leave()
    },
  })
  if (sets.isError && !sets.data) return <Problem error={sets.error} retry={() => void sets.refetch()} />
  if (making || (sets.isSuccess && items.length === 0)) return <NewSetForm leave={() => (items.length === 0 ? leave() : setMaking(false))} made={(set) => { setSet(set.id); setMaking(false) }} />
  return (
    <SaveForm
      pending={putting.isPending} error={putting.error} button={t('set.putAct')} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
      onSubmit={() => { setTried(true); if (setId !== null) putting.mutate() }}
    >
      <Select label={t('set.one')} data={items.map(({ id, name }) => ({ value: id, label: name }))} searchable={items.length > 8} nothingFoundMessage={tCommon('picker.nothing')} placeholder={tCommon('picker.choose')} value={setId} onChange={setSet} error={tried && setId === null ? t('set.missing') : undefined} />
      <Button variant="subtle" size="compact-sm" className={classes.put} onClick={() => setMaking(true)}>{t('set.new')}</Button>
      <Textarea label={t('set.itemNote')} autosize minRows={2} maxRows={8} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </SaveForm>
  )
}
