import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import type { useDraft } from '../draft/use-draft.ts'
import { placeOf } from '../problems/problem-place.ts'
import { useProblemWords } from '../problems/use-problem-words.ts'
import { PublishDialog } from './PublishDialog.tsx'
import classes from './publish.module.css'

/** What is still to be done, and the one act of this screen. Off, it says why when it is pressed. */
export function Publish({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation('surveys')
  const { survey, definition, problems, select } = useBuilder()
  const { wholeWords } = useProblemWords()
  const [listed, setListed] = useState(false)
  const [open, setOpen] = useState(false)
  const wide = useMediaQuery('(min-width: 901px)', true)
  const button = useRef<HTMLButtonElement>(null)
  const shut = () => {
    setListed(false)
    button.current?.focus()
  }
  const nothingNew = survey.version > 0 && !survey.changed && draft.state === 'saved'
  const blocked = problems.length > 0 || draft.state === 'conflict' || draft.state === 'refused'
  if (survey.retired) return <Link to="/feedback/surveys/$surveyId/settings" params={{ surveyId: survey.id }} className={classes.away}>{t('publish.putAway')}</Link>
  return (
    <>
      {problems.length > 0 && (
        <Popover opened={listed} onChange={shut} position="bottom-end" width={360} trapFocus withinPortal={false} floatingStrategy="fixed">
          <Popover.Target>
            <UnstyledButton ref={button} className={classes.todo} aria-expanded={listed} onClick={() => setListed(!listed)}><IconAlertTriangle size={15} stroke={1.5} aria-hidden /> {t('publish.todo', { count: problems.length })}</UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown className={classes.box} aria-label={t('publish.why')}>
            <p className={classes.why}>{t('publish.why')}</p>
            <ul className={classes.problems}>
              {problems.map((problem) => (
                <li key={`${problem.path.join('.')} ${problem.code}`}><button type="button" onClick={() => { setListed(false); select(placeOf(problem, definition), 'field') }}>{wholeWords(problem)}</button></li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
      )}
      <Button size="sm" data-publish aria-disabled={blocked || nothingNew} data-off={blocked || nothingNew || undefined} className={classes.button} title={blocked ? t('publish.why') : nothingNew ? t('publish.nothingNew') : undefined} onClick={() => (blocked ? setListed(true) : nothingNew ? undefined : setOpen(true))}>
        {survey.version === 0 || !wide ? t('publish.first') : t('publish.again')}
      </Button>
      {open && <PublishDialog draft={draft} close={() => setOpen(false)} />}
    </>
  )
}
