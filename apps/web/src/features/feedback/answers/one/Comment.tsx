// The customer's words. A stretch that is selected can be kept as a quote; without a selection, all of it.
import { createQuote, deleteQuote, type Quote } from '@kontuar/contracts'
import { Button, TextInput } from '@mantine/core'
import { IconQuote } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { loadWords } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'
import { quotesOf } from './answer-query.ts'
import { commentParts, mostCharacters, stretchOf } from './quote-stretch.ts'
import type { Answer } from './Said.tsx'
import classes from './said.module.css'

const CommentReading = lazy(async () => ({ default: (await Promise.all([import('../../../readings/index.ts'), loadWords('readings')]))[0].CommentReading }))

export function Comment({ answer, comment }: { answer: Answer; comment: string }) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const mayKeep = useCan('feedback.manage')
  const queries = useQueryClient()
  const place = useRef<HTMLParagraphElement>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const [keeping, setKeeping] = useState<string | null>(null)
  const quotes = useQuery(quotesOf(answer.id)).data?.items ?? []
  const look = useEffectEvent(() => {
    const selection = document.getSelection()
    if (keeping !== null || !place.current || !selection || selection.isCollapsed || !place.current.contains(selection.anchorNode) || !place.current.contains(selection.focusNode)) return setSelected(null)
    setSelected(stretchOf(comment, selection.toString()))
  })
  useEffect(() => {
    const listen = () => look()
    document.addEventListener('selectionchange', listen)
    return () => document.removeEventListener('selectionchange', listen)
  }, [])
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.quotes.all })
  const drop = async (quote: Quote) => {
    try {
      await api(deleteQuote, { params: { id: quote.id } })
      showNotice({ message: t('quote.dropped'), undo: async () => { await api(createQuote, { params: { id: answer.id }, body: { text: quote.text, ...(quote.signed && { signed: quote.signed }) } }); await renew() } })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void renew()
    }
  }
  const whole = stretchOf(comment, comment)
  const text = selected ?? whole
  return (
    <>
      <p ref={place} className={classes.comment} dir="auto" data-comment>
        {commentParts(comment, quotes.map((quote) => quote.text)).map((part, index) => (part.quoted ? <mark key={index}>{part.text}</mark> : part.text))}
      </p>
      <Suspense fallback={null}><CommentReading answerId={answer.id} comment={comment} /></Suspense>
      {mayKeep && (keeping !== null ? <KeepForm answer={answer} text={keeping} close={() => setKeeping(null)} kept={renew} /> : (
        <div className={classes.keep}>
          {/* Pressing it must not take the selection away. */}
          <Button variant="default" size="compact-sm" leftSection={<IconQuote size={14} stroke={1.5} aria-hidden />} disabled={text === null} onPointerDown={(event) => event.preventDefault()} onClick={() => setKeeping(text)}>
            {selected === null ? t('quote.keepAll') : t('quote.keep')}
          </Button>
          <span>{text === null ? t('quote.long', { count: mostCharacters }) : selected === null && t('quote.hint')}</span>
        </div>
      ))}
      {quotes.length > 0 && (
        <ul className={classes.kept} aria-label={t('quote.kept')}>
          {quotes.map((quote) => (
            <li key={quote.id}>
              <span>{t('quote.isKept', { text: shortened(quote.text) })}</span>
              {mayKeep && <button type="button" className={classes.drop} onClick={() => void drop(quote)}>{t('quote.drop')}</button>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text)

function KeepForm({ answer, text, close, kept }: { answer: Answer; text: string; close: () => void; kept: () => Promise<void> }) {
  const { t } = useTranslation('answers')
  // Only the first name is offered: a quote is shown to others.
  const [signed, setSigned] = useState(answer.anonymous ? '' : (answer.customer?.name.split(' ')[0] ?? ''))
  const keep = useMutation({
    mutationFn: () => api(createQuote, { params: { id: answer.id }, body: { text, ...(signed.trim() && { signed: signed.trim() }) } }),
    onSuccess: async () => {
      await kept()
      close()
    },
  })
  return (
    <form className={classes.keepForm} onSubmit={(event) => { event.preventDefault(); keep.mutate() }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close() } }}>
      <blockquote className={classes.stretch} dir="auto">{t('quote.marks', { text })}</blockquote>
      {answer.anonymous ? <span>{t('quote.anonymous')}</span> : <TextInput label={t('quote.signed')} description={t('quote.signedText')} maxLength={100} autoFocus value={signed} onChange={(event) => setSigned(event.currentTarget.value)} />}
      {keep.isError && <Problem error={keep.error} />}
      <div className={classes.acts}>
        <Button type="submit" variant="light" size="compact-md" loading={keep.isPending}>{t('quote.save')}</Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
