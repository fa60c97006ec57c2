import { addStudyItem, removeStudyItem, type StudyItem } from '@kontuar/contracts'
import { Button, Textarea } from '@mantine/core'
import { IconHeartHandshake, IconInbox, IconMoodSmile } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { PathLink } from '../../../ui/PathLink.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import classes from './study.module.css'

const places = { recovery: '/recoveries/', ticket: '/tickets/', answer: '/feedback/answers/' } as const
const shapes = { recovery: IconHeartHandshake, ticket: IconInbox, answer: IconMoodSmile } as const

/** What was put in, with what is to be learnt from it. */
export function StudyRow({ item, setId }: { item: StudyItem; setId: string }) {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const mayChange = useCan('recovery.change')
  const [noting, setNoting] = useState(false)
  const [note, setNote] = useState(item.note)
  const renew = () => void queries.invalidateQueries({ queryKey: queryKeys.studySets.all })
  const put = (said: string) => api(addStudyItem, { params: { id: setId }, body: { kind: item.kind, subjectId: item.subjectId, note: said } }).finally(renew)
  const saving = useMutation({ mutationFn: () => put(note.trim()), onSuccess: () => setNoting(false) })
  const told = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })
  const remove = async () => {
    try {
      await api(removeStudyItem, { params: { id: item.id } }).finally(renew)
      showNotice({ message: t('set.removed'), undo: () => void put(item.note).catch(told) })
    } catch (error) {
      told(error)
    }
  }
  const Shape = shapes[item.kind]
  return (
    <li>
      <p className={classes.about}><Shape size={16} stroke={1.5} aria-hidden /><span className={classes.soft}>{t(`set.kind.${item.kind}`)}</span><PathLink href={`${places[item.kind]}${encodeURIComponent(item.subjectId)}`} className={classes.name}>{item.title || t('nameless')}</PathLink></p>
      {item.excerpt !== null && <p className={classes.excerpt} dir="auto">{item.excerpt}</p>}
      {noting ? (
        <SaveForm pending={saving.isPending} error={saving.error} beside={<Button variant="subtle" color="gray" onClick={() => { setNote(item.note); setNoting(false) }}>{t('cancel')}</Button>} onSubmit={() => saving.mutate()}>
          <Textarea label={t('set.itemNote')} autosize minRows={2} maxRows={8} maxLength={2000} autoFocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </SaveForm>
      ) : item.note !== '' && <p className={classes.note}>{item.note}</p>}
      <div className={classes.foot}>
        <span className={classes.soft}>{item.addedByName !== null && `${item.addedByName} · `}<RelativeTime at={item.createdAt} /></span>
        {mayChange && !noting && <Button variant="subtle" size="compact-xs" onClick={() => setNoting(true)}>{t(item.note === '' ? 'set.addNote' : 'set.changeNote')}</Button>}
        {mayChange && <Button variant="subtle" color="gray" size="compact-xs" aria-label={t('set.removeOf', { title: item.title })} onClick={() => void remove()}>{t('set.remove')}</Button>}
      </div>
    </li>
  )
}
