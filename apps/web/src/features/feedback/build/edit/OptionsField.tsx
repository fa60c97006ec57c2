// Options as lines one types into: Enter adds the next, Alt+↑/↓ and the handle move, Backspace in an empty one takes it away. Their
// ids stay, so the words can be changed without touching numbers of old answers.
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { limits, textIn, type Option, type Question } from '@kontuar/survey'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonPicker } from '../../../../ui/pickers/ReasonPicker.tsx'
import { Sortable } from '../../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../../ui/sortable/moved.ts'
import { useBuilder } from '../builder-context.ts'
import { emptyOption } from '../draft/edit-definition.ts'
import { WordsField } from './WordsField.tsx'
import classes from './options.module.css'

interface Props { question: Question; part: 'options' | 'rows'; path: (string | number)[]; put: (next: Partial<Question>, what?: string) => void }

export function OptionsField({ question, part, path, put }: Props) {
  const { t } = useTranslation('surveys')
  const { language, definition, problems, readOnly, say } = useBuilder()
  const { t: everywhere } = useTranslation()
  const box = useRef<HTMLFieldSetElement>(null)
  const next = useRef<string>(undefined)
  // With the very commit that brings the line: a passive effect of the render before would run first, find nothing and give up.
  useLayoutEffect(() => {
    if (next.current === undefined) return
    box.current?.querySelector<HTMLElement>(`[data-words="${CSS.escape(next.current)}"]`)?.focus()
    next.current = undefined
  })
  const list = question[part] ?? []
  const set = (options: Option[], what?: string) => put({ [part]: options }, what)
  const kind = part === 'rows' ? 'rows' : question.type === 'matrix' ? 'columns' : 'options'
  const nameOf = (option: Option) => textIn(option.label, language, definition.defaultLanguage) || t('option.untitled')
  const most = part === 'rows' ? limits.rows : limits.options
  const tooFew = problems.some((each) => each.code === 'too-few' && each.path.length === path.length + 1 && each.path[1] === path[1] && each.path.at(-1) === part)

  const add = (after: number) => {
    if (list.length >= most) return
    const made = emptyOption()
    next.current = made.id
    set(list.toSpliced(after + 1, 0, made))
  }
  const remove = (at: number) => {
    next.current = (list[at - 1] ?? list[at + 1])?.id
    set(list.toSpliced(at, 1))
  }
  const place = (option: Option, at: number, by: 1 | -1) => {
    if (at + by < 0 || at + by >= list.length) return
    next.current = option.id
    set(moved(list, at, at + by))
    say(everywhere('sort.moved', { name: nameOf(option), place: at + by + 1, places: list.length }))
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, option: Option, at: number) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      add(at)
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      place(option, at, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Backspace' && Object.keys(option.label).length === 0 && list.length > 1) {
      event.preventDefault()
      remove(at)
    }
  }
  return (
    <fieldset className={classes.box} ref={box}>
      <legend>{t(`lines.${kind}.title`)}</legend>
      <Sortable items={list} idOf={({ id }) => id} nameOf={nameOf} label={t(`lines.${kind}.title`)} className={classes.list} disabled={readOnly} move={(from, to) => set(moved(list, from, to))}>
        {(option, handle) => {
          const at = list.indexOf(option)
          return (
            <div className={classes.row} data-reasons={question.type === 'reasons' || undefined}>
              {handle}
              <div className={classes.words}>
                <WordsField
                  label={t(`lines.${kind}.one`, { number: at + 1 })}
                  hiddenLabel
                  single
                  texts={option.label}
                  change={(label) => set(list.map((each) => (each.id === option.id ? { ...each, label } : each)), `${part} ${option.id}`)}
                  maxLength={limits.label}
                  path={[...path, part, at, 'label']}
                  placeholder={t(`lines.${kind}.one`, { number: at + 1 })}
                  data={option.id}
                  onKeyDown={(event) => press(event, option, at)}
                />
              </div>
              {question.type === 'reasons' && (
                <ReasonPicker size="sm" className={classes.reason} aria-label={t('option.reason', { name: nameOf(option) })} placeholder={t('option.noReason')} value={option.reasonId ?? null} change={(reasonId) => set(list.map((each) => (each.id === option.id ? { ...each, reasonId } : each)))} />
              )}
              {!readOnly && <ActionIcon size={28} className={classes.remove} aria-label={t('option.remove', { name: nameOf(option) })} title={t('option.removeShort')} onClick={() => remove(at)}><IconX size={15} stroke={1.5} aria-hidden /></ActionIcon>}
            </div>
          )
        }}
      </Sortable>
      {!readOnly && list.length < most && <Button type="button" variant="subtle" size="compact-sm" className={classes.add} leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => add(list.length - 1)}>{t(`lines.${kind}.add`)}</Button>}
      {tooFew && <p className={classes.few}>{t(`lines.${kind}.few`)}</p>}
      {question.type === 'reasons' && <p className={classes.hint}>{t('option.reasonHint')}</p>}
    </fieldset>
  )
}
