// A text of the survey in the language that is being written. Where a translation is still to be made, the original stands in the
// empty field.
import { Button, Menu, Textarea } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { pipeNames, textIn, type SurveyProblem, type Texts } from '@kontuar/survey'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { withText } from '../draft/edit-definition.ts'
import { useProblemWords } from '../problems/use-problem-words.ts'
import { languageName } from './language-names.ts'
import classes from './edit.module.css'

interface Props {
  label: string
  /** Said, not shown: in a row of fields that stand for themselves. */
  hiddenLabel?: boolean
  description?: ReactNode
  texts: Texts | undefined
  change: (texts: Texts) => void
  maxLength: number
  /** Where it stands in the definition, for its problems. */
  path: SurveyProblem['path']
  /** Facts of the contact can be put in. */
  facts?: boolean
  /** One line: Enter makes no new one. */
  single?: boolean
  placeholder?: string
  size?: 'sm' | 'xs' | 'md'
  data?: string
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

export function WordsField({ label, hiddenLabel, description, texts, change, maxLength, path, facts, single, placeholder, size = 'sm', data, onKeyDown }: Props) {
  const { t } = useTranslation('surveys')
  const { definition, language, problems } = useBuilder()
  const { shortWords } = useProblemWords()
  const [left, setLeft] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<[number, number] | null>(null)
  const value = texts?.[language] ?? ''
  const problem = problems.find((each) => each.path.length === path.length + 1 && each.path.at(-1) === language && path.every((step, index) => each.path[index] === step))
  // Something just begun is not wrong yet.
  const error = problem && (left || problem.code !== 'missing-text') ? shortWords(problem) : undefined
  const original = textIn(texts, definition.defaultLanguage, definition.defaultLanguage)
  const set = (text: string) => change(withText(texts, language, text))

  /** With the caret where one writes what stands there when the fact is not known. */
  const insert = (name: string) => {
    const [from, to] = caret.current ?? [value.length, value.length]
    const mark = `{{${name}|`
    set(`${value.slice(0, from)}${mark}}}${value.slice(to)}`)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(from + mark.length, from + mark.length)
    })
  }
  return (
    <div className={classes.words}>
      <Textarea
        ref={field}
        label={hiddenLabel ? undefined : label}
        aria-label={hiddenLabel ? t('field.in', { label, language: languageName(language) }) : undefined}
        description={description}
        size={size}
        autosize
        minRows={1}
        maxRows={12}
        lang={language}
        dir="auto"
        maxLength={maxLength}
        data-words={data}
        placeholder={original !== '' && value === '' ? original : placeholder}
        value={value}
        error={error}
        onChange={(event) => set(single ? event.currentTarget.value.replace(/\s*\n\s*/g, ' ') : event.currentTarget.value)}
        onBlur={() => { setLeft(true); caret.current = field.current && [field.current.selectionStart, field.current.selectionEnd] }}
        onKeyDown={(event) => {
          onKeyDown?.(event)
          if (single && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
        }}
      />
      {facts && (
        <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed" returnFocus={false}>
          <Menu.Target>
            <Button type="button" variant="subtle" color="gray" size="compact-xs" className={classes.facts} leftSection={<IconBraces size={14} stroke={1.5} aria-hidden />}>{t('fact.insert')}</Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.factMenu}>
            <Menu.Label>{t('fact.about')}</Menu.Label>
            {pipeNames.map((name) => <Menu.Item key={name} onClick={() => insert(name)}>{t(`fact.${name}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
