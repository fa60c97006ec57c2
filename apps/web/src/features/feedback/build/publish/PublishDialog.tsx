import { publishSurvey } from '@kontuar/contracts'
import { Button, Modal } from '@mantine/core'
import { textIn, type Question } from '@kontuar/survey'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { keepSurvey, surveyVersionsQuery } from '../../surveys/survey-queries.ts'
import { useBuilder } from '../builder-context.ts'
import type { useDraft } from '../draft/use-draft.ts'
import { languageName } from '../edit/language-names.ts'
import { changesNothing, whatChanges } from './what-changes.ts'
import classes from './publish.module.css'

/** What publishing changes, and for whom, before it is done: it cannot be undone, only followed by another version. */
export function PublishDialog({ draft, close }: { draft: ReturnType<typeof useDraft>; close: () => void }) {
  const { t } = useTranslation('surveys')
  const { survey, definition } = useBuilder()
  const queries = useQueryClient()
  const next = survey.version + 1
  const versions = useQuery({ ...surveyVersionsQuery(survey.id), enabled: survey.version > 0 })
  const before = versions.data?.items.find(({ version }) => version === survey.version)?.definition
  const publishing = useMutation({
    mutationFn: async () => {
      if (!(await draft.flush())) throw draft.error ?? new Error('The draft could not be saved.')
      return api(publishSurvey, { params: { id: survey.id } })
    },
    onSuccess: (published) => {
      keepSurvey(queries, published)
      void queries.invalidateQueries({ queryKey: queryKeys.surveys.versions(survey.id) })
      showNotice({ message: t('publish.done', { version: published.version }) })
      close()
    },
  })
  return (
    <Modal opened onClose={close} title={survey.version === 0 ? t('publish.firstTitle') : t('publish.title', { version: next })} centered size={480} closeButtonProps={{ 'aria-label': t('publish.cancel') }}>
      <div className={classes.dialog}>
        {survey.version === 0 ? <p>{survey.anonymous ? t('publish.firstAnonymous') : t('publish.firstText')}</p> : before && <ChangeList before={before} />}
        {survey.version > 0 && (
          <ul className={classes.effects}>
            <li>{t('publish.fromNow', { version: next })}</li>
            <li>{t('publish.inProgress', { version: survey.version })}</li>
            <li>{t('publish.counted')}</li>
          </ul>
        )}
        <p className={classes.asks}>{t(`publish.state.${survey.state}`)}</p>
        {definition.languages.length > 0 && <p className={classes.asks}>{t('publish.languages', { languages: definition.languages.map(languageName).join(', ') })}</p>}
        {versions.isError && <Problem error={versions.error} retry={() => void versions.refetch()} />}
        {publishing.isError && <Problem error={publishing.error} />}
        <div className={classes.acts}>
          <Button data-autofocus aria-disabled={publishing.isPending} onClick={() => !publishing.isPending && publishing.mutate()}>{survey.version === 0 ? t('publish.first') : t('publish.again')}</Button>
          <Button variant="subtle" color="gray" onClick={close}>{t('publish.cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function ChangeList({ before }: { before: Parameters<typeof whatChanges>[0] }) {
  const { t } = useTranslation('surveys')
  const { definition } = useBuilder()
  const changes = whatChanges(before, definition)
  const names = (questions: readonly Question[]) => questions.map((question) => t('publish.quoted', { title: textIn(question.title, definition.defaultLanguage, definition.defaultLanguage) })).join(', ')
  if (changesNothing(changes)) return <p>{t('publish.same')}</p>
  return (
    <ul className={classes.changes}>
      {changes.added.length > 0 && <li>{t('publish.added', { names: names(changes.added) })}</li>}
      {changes.removed.length > 0 && <li>{t('publish.removed', { names: names(changes.removed) })}</li>}
      {changes.changed.length > 0 && <li>{t('publish.changed', { names: names(changes.changed) })}</li>}
      {changes.reordered && <li>{t('publish.reordered')}</li>}
      {changes.languagesAdded.length > 0 && <li>{t('publish.languagesAdded', { languages: changes.languagesAdded.map(languageName).join(', ') })}</li>}
      {changes.languagesRemoved.length > 0 && <li>{t('publish.languagesRemoved', { languages: changes.languagesRemoved.map(languageName).join(', ') })}</li>}
      {changes.frame && <li>{t('publish.frame')}</li>}
    </ul>
  )
}
