import type { TFunction } from 'i18next'
import { ApiProblem } from '../api/problem.ts'

/** What happened and what to do, in the person's language. A code without words of its own shows the server's sentence. */
export function problemText(error: unknown, t: TFunction<'everywhere'>): string {
  if (!(error instanceof ApiProblem)) return t('problem.crash')
  switch (error.code) {
    case 'unreachable':
      return t('problem.unreachable')
    case 'unreadable':
      return error.status === 502 || error.status === 503 || error.status === 504 ? t('problem.not-ready') : t('problem.unreadable', { status: error.status })
    case 'invalid-input':
      return t('problem.invalid-input')
    case 'not-signed-in':
      return t('problem.not-signed-in')
    case 'not-allowed':
      return t('problem.not-allowed')
    case 'not-found':
      return t('problem.not-found')
    case 'conflict':
      return t('problem.conflict')
    case 'too-late':
      return t('problem.too-late')
    case 'too-large':
      return t('problem.too-large')
    case 'too-many-requests':
      return t('problem.too-many-requests')
    case 'not-ready':
      return t('problem.not-ready')
    case 'internal':
      return t('problem.other')
    default:
      return error.detail ?? error.message
  }
}
