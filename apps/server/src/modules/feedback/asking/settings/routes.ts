import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changeSettings, uploadLogo } from './change-settings.ts'
import { readSettings } from './read-settings.ts'

export function settingsRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(contract.getFeedbackSettings, ({ actor }) => db.read(actor.orgId, readSettings))
  implement(contract.changeFeedbackSettings, ({ actor, body }) => db.write(actor.orgId, (tx) => changeSettings(tx, actor, body)))
  implement(contract.uploadSurveyLogo, ({ actor, request }) => uploadLogo(platform, actor, request))
}
