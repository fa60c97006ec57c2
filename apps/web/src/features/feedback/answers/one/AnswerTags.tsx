import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTags } from '../../../../api/desk.ts'
import { useCan } from '../../../../api/me.ts'
import { TagMark } from '../../../../ui/colour/TagMark.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'
import { useAnswerChange } from './answer-query.ts'
import type { Answer } from './Said.tsx'
import classes from './parts.module.css'

/** So many stand there at once; the rest behind one more click. */
const atOnce = 10

/** Tags are given and taken with one click each. */
export function AnswerTags({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('feedback.manage')
  const tags = useTags()
  const change = useAnswerChange(answer.id)
  const [all, setAll] = useState(false)
  const given = new Set(answer.tagIds)
  const offered = tags.filter(({ id, retired }) => !retired || given.has(id)).toSorted((a, b) => Number(given.has(b.id)) - Number(given.has(a.id)))
  const shown = mayChange ? (all ? offered : offered.slice(0, Math.max(atOnce, given.size))) : offered.filter(({ id }) => given.has(id))
  const toggle = (id: string) => void change({ tagIds: given.has(id) ? answer.tagIds.filter((each) => each !== id) : [...answer.tagIds, id] }).catch((error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }))
  if (shown.length === 0) return null
  return (
    <section className={classes.part} aria-labelledby="answer-tags">
      <h2 id="answer-tags" className={classes.title}>{t('one.tags')}</h2>
      <div className={classes.tags}>
        {shown.map(({ id, name, colour }) => (mayChange ? (
          <button key={id} type="button" className={classes.tag} aria-pressed={given.has(id)} onClick={() => toggle(id)}>
            <TagMark name={name} colour={colour} />
            {given.has(id) ? <IconCheck size={13} stroke={2} aria-hidden /> : <IconPlus size={13} stroke={1.5} aria-hidden />}
          </button>
        ) : <TagMark key={id} name={name} colour={colour} />))}
        {mayChange && offered.length > shown.length && <button type="button" className={classes.more} onClick={() => setAll(true)}>{t('one.moreTags', { count: offered.length - shown.length })}</button>}
      </div>
    </section>
  )
}
