import { changeSurveyLink, type SurveyLink } from '@kontuar/contracts'
import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconLayoutBoard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { SnippetSites, type Site } from '../website/SnippetSites.tsx'
import { wrongOrigin } from '../website/website-values.ts'
import shared from '../frame/roads.module.css'

/** The survey as a part of a page of one's own. */
export function EmbeddedPage() {
  return <SnippetSites road="embedded" icon={<IconLayoutBoard size={22} stroke={1.5} />} Below={OriginsOfSite} />
}

const OriginsOfSite = ({ link, mayManage }: Site) => mayManage && link.settings && <Origins link={link} origins={link.settings.origins} />

function Origins({ link, origins }: { link: SurveyLink; origins: readonly string[] }) {
  const { t } = useTranslation('roads')
  const queries = useQueryClient()
  const form = useForm({ initialValues: { origins: origins.join('\n') }, validateInputOnBlur: true, validate: { origins: (given) => (wrongOrigin(given) === undefined ? null : t('website.wrong.origins')) } })
  const saving = useMutation({
    mutationFn: (given: typeof form.values) => api(changeSurveyLink, { params: { id: link.id }, body: { settings: { origins: given.origins.split('\n').map((line) => line.trim()).filter((line) => line !== '') } } }),
    onSuccess: () => form.resetDirty(),
    onError: (error) => form.setErrors({ origins: fieldErrors(error)['settings.origins'] }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.surveyLinks.all }),
  })
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <Textarea className={shared.wide} label={t('website.origins')} description={t('website.originsHint')} placeholder={t('website.originsAll')} rows={3} spellCheck={false} {...form.getInputProps('origins')} />
    </SaveForm>
  )
}
