import { changeSurveyLink, type SurveyLink } from '@kontuar/contracts'
import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconLayoutBoard, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { LinkActs } from '../links/LinkActs.tsx'
import { NewLink } from '../links/NewLink.tsx'
import { useLinks } from '../links/link-queries.ts'
import { Snippet } from '../website/Snippet.tsx'
import { wrongOrigin } from '../website/website-values.ts'
import shared from '../frame/roads.module.css'
import classes from '../website/website.module.css'

/** The survey as a part of a page of one's own. */
export function EmbeddedPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const { links, isPending, isError, error, refetch } = useLinks(surveyId, 'embedded')
  const [making, setMaking] = useState(false)
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{links.length === 0 ? t('embedded.make') : t('embedded.another')}</Button>
  return (
    <RoadPage title={t('road.embedded')} text={t('embedded.text')} action={links.length > 0 && add}>
      {making && <NewLink road="embedded" usualName={t('embedded.usual')} button={t('embedded.make')} done={() => setMaking(false)} />}
      {isPending ? <FormSkeleton /> : isError ? <Problem error={error} retry={() => void refetch()} /> : links.length === 0 ? !making && (
        <EmptyState icon={<IconLayoutBoard size={22} stroke={1.5} />} title={t('embedded.empty')} text={t('embedded.emptyText')} action={add} />
      ) : (
        links.map((link) => (
          <section key={link.id} className={classes.site} aria-label={link.name}>
            <header className={shared.row}>
              <h3 className={shared.main}>{link.name} {link.locationName && <span className={shared.soft}>{link.locationName}</span>}</h3>
              <span className={shared.number}>{t('answers', { count: link.answers })}</span>
              <LinkActs link={link} />
            </header>
            <div className={classes.part}>
              <h4>{t('website.snippet')}</h4>
              <p className={shared.soft}>{t('embedded.snippetHint')}</p>
              {link.snippet !== null && <Snippet text={link.snippet} label={t('website.snippet')} />}
            </div>
            {mayManage && link.settings && <Origins link={link} origins={link.settings.origins} />}
          </section>
        ))
      )}
    </RoadPage>
  )
}

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
