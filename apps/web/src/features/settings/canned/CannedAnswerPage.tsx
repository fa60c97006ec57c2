import { changeCannedAnswer, createCannedAnswer, deleteCannedAnswer, type CannedAnswer } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { cannedAnswersQuery } from '../../../api/desk.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { CannedForm, type CannedValues } from './CannedForm.tsx'
import { Preview } from './Preview.tsx'
import own from './canned.module.css'

const wish = ({ name, shortcut, texts, sharing, queueId }: CannedValues) => ({ name: name.trim(), shortcut: shortcut === '' ? null : shortcut, texts, sharing, queueId })
const list = '/settings/canned'

export function NewCannedAnswerPage() {
  const { t } = useTranslation('canned')
  const { t: tSettings } = useTranslation('settings')
  const { t: tDesk } = useTranslation('desk')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const save = async (values: CannedValues) => {
    await api(createCannedAnswer, { body: wish(values) })
    await queries.invalidateQueries({ queryKey: queryKeys.cannedAnswers })
    showNotice({ message: tDesk('word.added', { name: values.name.trim() }) })
    await navigate({ to: list })
  }
  return (
    <SettingsPage title={t('newTitle')} back={{ to: list, label: tSettings('canned.title') }}>
      <CannedForm fresh start={{ name: '', shortcut: '', texts: {}, sharing: 'private', queueId: null }} save={save} />
    </SettingsPage>
  )
}

export function CannedAnswerPage() {
  const { t } = useTranslation('settings')
  const { answerId } = useParams({ strict: false })
  const answers = useQuery(cannedAnswersQuery)
  return <OnePage list={answers} find={({ id }) => id === answerId} back={{ to: list, label: t('canned.title') }}>{(answer) => <ChangeAnswer key={answer.id} answer={answer} />}</OnePage>
}

function ChangeAnswer({ answer }: { answer: CannedAnswer }) {
  const { t } = useTranslation('canned')
  const { t: everywhere } = useTranslation()
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const mayShare = useCan('view.share')
  const { id, name, shortcut, texts, sharing, queueId } = answer
  const back = { to: list, label: tSettings('canned.title') } as const
  const read = () => queries.invalidateQueries({ queryKey: queryKeys.cannedAnswers })
  const start = { name, shortcut: shortcut ?? '', texts, sharing, queueId }
  const save = async (values: CannedValues) => {
    await api(changeCannedAnswer, { params: { id }, body: wish(values) })
    await read()
  }
  const remove = useMutation({
    mutationFn: () => api(deleteCannedAnswer, { params: { id } }),
    onSuccess: async () => {
      // Nothing hangs on a canned answer, so taking it back is saving it again.
      showNotice({ message: t('removed', { name }), undo: () => void api(createCannedAnswer, { body: wish(start) }).finally(read) })
      await navigate({ to: list })
      await read()
    },
    onError: (error) => showNotice({ message: problemText(error, everywhere), tone: 'failed' }),
  })
  if (sharing === 'shared' && !mayShare)
    return (
      <SettingsPage title={name} text={t('readOnly')} back={back}>
        <div className={own.panel}>{Object.entries(texts).map(([language, html]) => <Preview key={language} html={html} />)}</div>
      </SettingsPage>
    )
  return (
    <SettingsPage title={name} back={back}>
      <CannedForm fresh={false} start={start} save={save} beside={<Button type="button" variant="default" onClick={() => !remove.isPending && remove.mutate()}>{t('remove')}</Button>} />
    </SettingsPage>
  )
}
