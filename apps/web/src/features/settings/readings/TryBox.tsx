import { tryReading, type ResponseOf } from '@kontuar/contracts'
import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useReasons } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { percentOf, SentimentMark } from '../../readings/mark/index.ts'
import { pieces } from './pieces.ts'
import classes from './readings.module.css'

type Read = ResponseOf<typeof tryReading>
const examples = ['mixed', 'polite', 'sarcastic'] as const

/** A text of one's own, read now and not kept; each sentence bears its own sentiment. */
export function TryBox() {
  const { t } = useTranslation('readings')
  const [text, setText] = useState('')
  const trying = useMutation({ mutationFn: (given: string) => api(tryReading, { body: { text: given } }) })
  const read = (given: string) => { if (given.trim() !== '') trying.mutate(given) }
  return (
    <form className={classes.try} onSubmit={(event) => { event.preventDefault(); read(text) }}>
      <Textarea
        label={t('tryLabel')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); read(text) } }}
      />
      <div className={classes.acts}>
        <Button type="submit" variant="default" disabled={text.trim() === ''} loading={trying.isPending}>{t('tryDo')}</Button>
        <span className={classes.soft}>{t('examples')}</span>
        {examples.map((each) => (
          <Button key={each} variant="subtle" size="compact-sm" onClick={() => { const given = t(`example.${each}`); setText(given); read(given) }}>{t(`exampleName.${each}`)}</Button>
        ))}
      </div>
      {trying.isError && <Problem error={trying.error} />}
      <div role="status">{trying.data && trying.variables !== undefined && <Result text={trying.variables} read={trying.data} />}</div>
    </form>
  )
}

function Result({ text, read }: { text: string; read: Read }) {
  const { t } = useTranslation('readings')
  const named = useNamed()
  const reason = useReasons().find(({ id }) => id === read.topic?.reasonId)
  const locale = currentLocale()
  if (read.sentiment === null) return null
  return (
    <div className={classes.result}>
      <p className={classes.whole}>
        <SentimentMark sentiment={read.sentiment} uncertain={!read.certain} />
        <span>{t('sure', { percent: percentOf(read.confidence ?? 0, locale) })}</span>
        <span>{read.language === null ? t('language.none') : t('language.is', { name: new Intl.DisplayNames(locale, { type: 'language' }).of(read.language) ?? read.language })}</span>
        {read.topic && <span>{t('topic.is', { name: reason ? named('reason', reason) : read.topic.name, percent: percentOf(read.topic.confidence ?? 0, locale) })}</span>}
      </p>
      <p className={classes.sentences} dir="auto">
        {pieces(text, read.sentences).map((piece, index) => (piece.sentiment === null ? piece.text : (
          <span key={index} className={classes.sentence} data-sentiment={piece.sentiment} title={`${t(`sentiment.${piece.sentiment}`)}, ${percentOf(piece.confidence, locale)}`}>
            <SentimentMark sentiment={piece.sentiment} bare /> {piece.text}
          </span>
        )))}
      </p>
      <p className={classes.legend}>{(['negative', 'neutral', 'positive'] as const).map((each) => <SentimentMark key={each} sentiment={each} />)}</p>
    </div>
  )
}
