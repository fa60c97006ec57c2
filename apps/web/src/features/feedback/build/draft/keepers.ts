// The drafts of surveys of this browser session: one keeper each, which goes on saving after the builder was left.
import { changeSurvey, type Survey } from '@kontuar/contracts'
import { api } from '../../../../api/api.ts'
import { ApiProblem } from '../../../../api/problem.ts'
import { queryClient } from '../../../../api/query-client.ts'
import { keepSurvey } from '../../surveys/survey-queries.ts'
import { SurveyKeeper, type Copy } from './survey-keeper.ts'

const keepers = new Map<string, SurveyKeeper>()
const copyKey = (surveyId: string) => `kontuar.survey.${surveyId}`

function keepCopy(surveyId: string, copy: Copy | null): void {
  try {
    if (copy === null) localStorage.removeItem(copyKey(surveyId))
    else localStorage.setItem(copyKey(surveyId), JSON.stringify(copy))
  } catch {
    // A browser that keeps nothing still has the draft on the screen and on the server.
  }
}

/** What this browser has and the server has not: left behind by a crash, a closed lid, a cut line. */
export function readCopy(surveyId: string): Copy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(copyKey(surveyId)) ?? 'null') as Copy | null
    return copy !== null && Array.isArray(copy.draft?.questions) && typeof copy.updatedAt === 'string' ? copy : null
  } catch {
    return null
  }
}

function judge(error: unknown): 'conflict' | 'refused' | 'later' {
  if (!(error instanceof ApiProblem)) return 'later'
  if (error.code === 'conflict') return 'conflict'
  return error.status >= 400 && error.status < 500 && error.code !== 'too-many-requests' && error.code !== 'not-signed-in' ? 'refused' : 'later'
}

export function keeperOf(survey: Survey): SurveyKeeper {
  const found = keepers.get(survey.id)
  if (found) return found
  const keeper = new SurveyKeeper(readCopy(survey.id)?.updatedAt ?? survey.updatedAt, {
    save: (draft, updatedAt) => api(changeSurvey, { params: { id: survey.id }, body: { draft, updatedAt } }),
    judge,
    copy: (copy) => keepCopy(survey.id, copy),
    saved: (saved) => keepSurvey(queryClient, saved),
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  })
  keepers.set(survey.id, keeper)
  return keeper
}

/** Before the survey is changed elsewhere: what is typed in the builder is saved first. */
export const flushSurvey = async (surveyId: string): Promise<boolean> => (await keepers.get(surveyId)?.flush()) ?? true

const flushAll = () => keepers.forEach((keeper) => void keeper.flush())
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flushAll())
window.addEventListener('online', flushAll)
