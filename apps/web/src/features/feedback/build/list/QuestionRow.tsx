import { IconAlertTriangle, IconGitBranch, IconLanguage, type TablerIcon } from '@tabler/icons-react'
import { textIn, type Question } from '@kontuar/survey'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskWords } from '../condition/use-ask-words.ts'
import { useBuilder } from '../builder-context.ts'
import { useMoveQuestion } from '../use-builder-keys.ts'
import { kindIcons } from './question-kinds.ts'
import classes from './list.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId/build')
interface Marks { wrong: boolean; lacking: boolean }

export function QuestionRow({ question, handle, wrong, lacking }: { question: Question; handle: ReactNode } & Marks) {
  const { t } = useTranslation('surveys')
  const builder = useBuilder()
  const { definition, language, readOnly } = builder
  const move = useMoveQuestion(builder)
  const refocus = useRef(false)
  const row = useRef<HTMLAnchorElement>(null)
  // The browser takes the focus from a row that changes its place.
  useLayoutEffect(() => {
    if (refocus.current) row.current?.focus()
    refocus.current = false
  })
  const press = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    refocus.current = true
    move(question.id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const asked = useAskWords()
  const Icon = kindIcons[question.type]
  const title = textIn(question.title, language, definition.defaultLanguage)
  return (
    <div className={classes.row}>
      {handle}
      <RowLink at={question.id} link={row} press={press} wrong={wrong} lacking={lacking} icon={<Icon size={16} stroke={1.5} aria-label={t(`kind.${question.type}`)} role="img" />} fork={question.condition ? asked.whole(question.condition) : undefined}>
        {title === '' ? <span className={classes.untitled}>{t('list.untitled')}</span> : title}
        {question.required && <span className={classes.required} title={t('list.required')}> *</span>}
      </RowLink>
    </div>
  )
}

/** The beginning or the end of the survey: it cannot be moved. */
export function FrameRow({ at, icon: Icon, wrong, lacking }: { at: 'intro' | 'thanks'; icon: TablerIcon } & Marks) {
  const { t } = useTranslation('surveys')
  return <div className={classes.row} data-frame><RowLink at={at} wrong={wrong} lacking={lacking} icon={<Icon size={16} stroke={1.5} aria-hidden />}>{t(`part.${at}`)}</RowLink></div>
}

interface RowLinkProps extends Marks { at: string; icon: ReactNode; fork?: string | undefined; link?: React.RefObject<HTMLAnchorElement | null>; press?: (event: KeyboardEvent) => void; children: ReactNode }

function RowLink({ at, icon, wrong, lacking, fork, link, press, children }: RowLinkProps) {
  const { t } = useTranslation('surveys')
  const { survey, at: selected, definition } = useBuilder()
  // Whoever looks at the preview goes on looking at it.
  const { show } = here.useSearch()
  const mark = { size: 15, stroke: 1.5, role: 'img' as const }
  return (
    <Link
      ref={link as never}
      to="/feedback/surveys/$surveyId/build"
      params={{ surveyId: survey.id }}
      search={{ at, ...(show && { show }) }}
      activeProps={{}}
      className={classes.link}
      aria-current={selected === at ? 'true' : undefined}
      onKeyDown={press}
    >
      <span className={classes.kind}>{icon}</span>
      <span className={classes.title}>{children}</span>
      {fork !== undefined && <span title={fork} className={classes.mark}><IconGitBranch {...mark} className={classes.fork} aria-label={fork} /></span>}
      {lacking && definition.languages.length > 1 && <IconLanguage {...mark} className={classes.lacking} aria-label={t('list.lacking')} />}
      {wrong && <IconAlertTriangle {...mark} className={classes.wrong} aria-label={t('list.wrong')} />}
    </Link>
  )
}
