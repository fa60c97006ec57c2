import { Popover, UnstyledButton } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { measureSurvey } from '@kontuar/survey'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { useDurationWords } from './use-duration-words.ts'
import { useHintWords } from './use-hint-words.ts'
import classes from './measure.module.css'

/** "About 40 seconds · 92 of 100", and behind it what would make the survey better, each leading to its question. */
export function MeasureButton() {
  const { t } = useTranslation('surveys')
  const { definition, language, select } = useBuilder()
  const duration = useDurationWords()
  const hintWords = useHintWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  /** By Escape or a click beside: not when a hint leads elsewhere. */
  const shut = () => {
    setOpen(false)
    button.current?.focus()
  }
  const measured = useDeferredValue(definition)
  const { seconds, score, length, clarity, hints } = useMemo(() => measureSurvey(measured, language), [measured, language])
  const grade = score >= 80 ? 'good' : score >= 55 ? 'fair' : 'poor'
  return (
    <Popover opened={open} onChange={shut} position="bottom-end" width={380} trapFocus withinPortal={false} floatingStrategy="fixed">
      <Popover.Target>
        <UnstyledButton ref={button} className={classes.button} data-measure aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconClock size={16} stroke={1.5} aria-hidden />
          {duration(seconds)}
          <span className={classes.score} data-grade={grade}>{t('measure.score', { score })}</span>
          {hints.length > 0 && <span className={classes.count}>{t('measure.hints', { count: hints.length })}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.box} aria-label={t('measure.title')}>
        <dl className={classes.parts}>
          {([['length', length], ['clarity', clarity]] as const).map(([part, value]) => (
            <div key={part}>
              <dt>{t(`measure.${part}`)}</dt>
              <dd>{value}<progress max={100} value={value} aria-label={t(`measure.${part}`)} /></dd>
            </div>
          ))}
        </dl>
        {hints.length === 0 ? <p className={classes.none}>{t('measure.none')}</p> : (
          <ul className={classes.hints}>
            {hints.map((hint, index) => {
              const sentence = hintWords(hint)
              // The same advice may come twice for one question, in two languages.
              // oxlint-disable-next-line react/no-array-index-key
              return <li key={index}><button type="button" className={classes.hint} onClick={() => { setOpen(false); select(hint.questionId ?? (hint.code === 'no-what-next' ? 'thanks' : 'intro'), 'field') }}>{sentence}</button></li>
            })}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
