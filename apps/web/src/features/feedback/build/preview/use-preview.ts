import { previewSurvey } from '@kontuar/contracts'
import type { Language, SurveyDefinition, Values } from '@kontuar/survey'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'

export interface Wanted { definition: SurveyDefinition; language: Language; values: Values; page: number; part: 'page' | 'mail' | 'thanks' }
/** Milliseconds after the last key press. */
const pause = 300

/** The page as the server makes it, a moment after the last change; until the new one is here the old one stays. */
export function usePreview(wanted: Wanted) {
  const asked = useSettled(wanted)
  return useQuery({
    queryKey: queryKeys.surveyPreview(asked),
    queryFn: ({ signal }) => api(previewSurvey, { body: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

function useSettled(wanted: Wanted): Wanted {
  const [settled, setSettled] = useState(wanted)
  const text = JSON.stringify(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Wanted), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
