import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { limits, type ReviewLink } from '@kontuar/survey'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { useProblemWords } from '../problems/use-problem-words.ts'
import { WordsField } from './WordsField.tsx'
import classes from './edit.module.css'

/** What comes after the answer, the same for everybody. */
export function ThanksEditor() {
  const { t } = useTranslation('surveys')
  const { definition, change, readOnly } = useBuilder()
  const links = definition.reviewLinks
  const setLinks = (reviewLinks: ReviewLink[], what?: string) => change((draft) => ({ ...draft, reviewLinks }), what)
  const setLink = (at: number, next: Partial<ReviewLink>, what: string) => setLinks(links.map((link, index) => (index === at ? { ...link, ...next } : link)), `${what} ${at}`)
  return (
    <div className={classes.form}>
      <header className={classes.head}><h2>{t('part.thanks')}</h2></header>
      <WordsField label={t('thanks.text')} texts={definition.thanks} change={(thanks) => change((draft) => ({ ...draft, thanks }), 'thanks')} maxLength={limits.closing} path={['thanks']} facts size="md" />
      <WordsField label={t('thanks.whatNext')} description={t('thanks.whatNextHint')} texts={definition.whatNext} change={(whatNext) => change((draft) => ({ ...draft, whatNext }), 'whatNext')} maxLength={limits.closing} path={['whatNext']} facts />
      <fieldset className={classes.links}>
        <legend>{t('thanks.reviews')}</legend>
        <p className={classes.note}>{t('thanks.reviewsHint')}</p>
        {links.map((link, at) => (
          // Links have neither ids nor an order of their own that a person changes.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={classes.linkRow}>
            <WordsField label={t('thanks.linkLabel', { number: at + 1 })} hiddenLabel single placeholder={t('thanks.linkPlaceholder')} texts={link.label} change={(label) => setLink(at, { label }, 'link')} maxLength={limits.label} path={['reviewLinks', at, 'label']} />
            <Address value={link.url} at={at} change={(url) => setLink(at, { url }, 'url')} />
            {!readOnly && <ActionIcon size={30} aria-label={t('thanks.removeLink', { number: at + 1 })} title={t('thanks.removeLink', { number: at + 1 })} onClick={() => setLinks(links.toSpliced(at, 1))}><IconX size={15} stroke={1.5} aria-hidden /></ActionIcon>}
          </div>
        ))}
        {!readOnly && links.length < limits.reviewLinks && <Button type="button" variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => setLinks([...links, { label: {}, url: '' }])}>{t('thanks.addLink')}</Button>}
      </fieldset>
    </div>
  )
}

function Address({ value, at, change }: { value: string; at: number; change: (url: string) => void }) {
  const { t } = useTranslation('surveys')
  const { problems } = useBuilder()
  const { shortWords } = useProblemWords()
  const [left, setLeft] = useState(false)
  const problem = problems.find(({ path }) => path[0] === 'reviewLinks' && path[1] === at && path[2] === 'url')
  return <TextInput type="url" aria-label={t('thanks.linkUrl', { number: at + 1 })} placeholder="https://" maxLength={limits.url} value={value} error={problem && left ? shortWords(problem) : undefined} onBlur={() => setLeft(true)} onChange={(event) => change(event.currentTarget.value.trim())} />
}
