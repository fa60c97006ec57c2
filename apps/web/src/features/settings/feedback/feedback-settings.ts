import { changeFeedbackSettings, getFeedbackSettings, uploadSurveyLogo, type BodyOf, type FeedbackSettings } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const settingsQuery = queryOptions({ queryKey: queryKeys.feedbackSettings, queryFn: ({ signal }) => api(getFeedbackSettings, { signal }) })

export function useSaveSettings() {
  const queries = useQueryClient()
  const keep = (settings: FeedbackSettings) => queries.setQueryData(queryKeys.feedbackSettings, settings)
  const save = useMutation({ mutationFn: (body: BodyOf<typeof changeFeedbackSettings>) => api(changeFeedbackSettings, { body }), onSuccess: keep })
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return api(uploadSurveyLogo, { form })
    },
    onSuccess: keep,
  })
  return { save, upload }
}
