import { importAnswers, previewAnswerImport, type BodyOf, type ResponseOf } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurvey, useSurveyId } from '../frame/RoadPage.tsx'
import { FileOrText, nothingGiven, type Given } from '../lists/FileOrText.tsx'
import { upload } from '../lists/upload.ts'
import { MappingForm } from './MappingForm.tsx'
import { Outcome } from './Outcome.tsx'
import { told } from './told.ts'
import shared from '../frame/roads.module.css'
import classes from './import.module.css'

type Body = BodyOf<typeof importAnswers>
type Source = Pick<Body, 'csv' | 'fileId'>

/** Answers given before, in another tool: file, columns, outcome. */
export function ImportPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const survey = useSurvey()
  const queries = useQueryClient()
  const mayManage = useCan('feedback.manage')
  const [given, setGiven] = useState<Given>(nothingGiven)
  const reading = useMutation({
    mutationFn: async (from: Given): Promise<{ source: Source; preview: ResponseOf<typeof previewAnswerImport>; name: string }> => {
      const source: Source = from.file === null ? { csv: from.text } : { fileId: (await upload(from.file)).id }
      return { source, preview: await api(previewAnswerImport, { params: { id: surveyId }, body: source }), name: from.file?.name ?? '' }
    },
  })
  const taking = useMutation({
    mutationFn: (body: Body) => api(importAnswers, { params: { id: surveyId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.surveys.all })
      void queries.invalidateQueries({ queryKey: queryKeys.answers.all })
    },
  })
  const again = () => {
    setGiven(nothingGiven)
    reading.reset()
    taking.reset()
  }
  const nothing = given.file === null && given.text.trim() === ''
  return (
    <RoadPage title={t('road.import')} text={t('import.text')}>
      {!mayManage ? <p className={shared.soft}>{t('import.mayNot')}</p> : taking.data ? <Outcome outcome={taking.data} again={again} /> : reading.data && survey ? (
        <MappingForm
          key={JSON.stringify(reading.data.source)}
          definition={survey.draft}
          preview={reading.data.preview}
          fileName={reading.data.name}
          pending={taking.isPending}
          error={taking.error}
          back={again}
          take={(wish) => taking.mutate({ ...reading.data.source, ...wish })}
        />
      ) : (
        <div className={shared.making}>
          <FileOrText given={given} change={setGiven} label={t('import.file')} hint={t('import.fileHint')} />
          {reading.isError && <Problem error={reading.error} text={told(reading.error)} />}
          {reading.isPending ? <FormSkeleton /> : <div><Button aria-disabled={nothing} onClick={() => { if (!nothing) reading.mutate(given) }}>{t('import.look')}</Button></div>}
          <ul className={classes.promises}>
            <li>{t('import.promise1')}</li>
            <li>{t('import.promise2')}</li>
            <li>{t('import.promise3')}</li>
          </ul>
        </div>
      )}
    </RoadPage>
  )
}
