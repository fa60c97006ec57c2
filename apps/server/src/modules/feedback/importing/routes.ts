import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { importAnswers } from './import-answers.ts'
import { previewImport } from './preview-import.ts'

export function importRoutes(implement: Implement, platform: Platform) {
  implement(contract.previewAnswerImport, ({ actor, params, body }) => previewImport(platform, actor, params.id, body))
  implement(contract.importAnswers, ({ actor, params, body }) => importAnswers(platform, actor, params.id, body))
}
