// What a tablet shows now, and by which sign it knows that this has changed.
import { createHash } from 'node:crypto'
import type { NoticeCode, Page } from '@kontuar/pages'
import { pickLanguage } from '@kontuar/survey'
import { renderKiosk } from '@kontuar/widget'
import type { Platform } from '../../../../platform/platform.ts'
import { getSurveyToAnswer, type SurveyToAnswer } from '../../answering/index.ts'
import { readSettings } from '../../asking/index.ts'
import { readVersion } from '../../surveys/index.ts'
import { builtScript } from '../built-scripts.ts'
import type { OpenedKiosk } from './open-kiosk.ts'

interface Shown { survey: SurveyToAnswer; look: { colour: string; logo: string | null; name: string | null }; closed: Exclude<NoticeCode, 'too-many'> | null; script: string; tag: string }

export async function whatIsShown({ db }: Platform, kiosk: OpenedKiosk): Promise<Shown> {
  const { survey, look } = await db.read(kiosk.orgId, async (tx) => ({ survey: await getSurveyToAnswer(tx, kiosk.surveyId), look: (await readSettings(tx)).look }))
  const closed = whyNothing(survey)
  const stamp = (await builtScript('kiosk'))?.stamp ?? ''
  const { idleSeconds, attract } = kiosk.settings
  const tag = createHash('sha256').update(JSON.stringify([kiosk.surveyId, survey.standing.version, closed, look, kiosk.organization, kiosk.locationName, idleSeconds, attract, stamp])).digest('base64url').slice(0, 16)
  return { survey, look, closed, script: `/k/kiosk.js?v=${stamp}`, tag }
}

export async function showKiosk(platform: Platform, kiosk: OpenedKiosk): Promise<Page | null> {
  const { survey, look, closed, script, tag } = await whatIsShown(platform, kiosk)
  const { version } = survey.standing
  if (version === 0) return null
  const definition = await readVersion(platform.db, kiosk.orgId, survey.id, version)
  return renderKiosk({
    kiosk: { id: kiosk.id, idleSeconds: kiosk.settings.idleSeconds, attract: kiosk.settings.attract }, survey: survey.id, version, definition, anonymous: survey.standing.anonymous,
    // Of the shop, not of whoever set the tablet up.
    language: pickLanguage(definition, [survey.locale]), look, organization: kiosk.organization, facts: kiosk.locationName === null ? {} : { 'location.name': kiosk.locationName }, closed, script, tag,
  })
}

function whyNothing({ standing }: SurveyToAnswer): Shown['closed'] {
  if (standing.retired || standing.state === 'draft' || standing.version === 0) return 'unknown'
  if (standing.state === 'ended' || standing.tooLate) return 'ended'
  if (standing.state === 'paused') return 'paused'
  return standing.tooEarly ? 'not-started' : null
}
