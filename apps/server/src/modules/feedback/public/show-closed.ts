// Why a page has nothing to answer, in the language of whoever opened it.
import type { FastifyRequest } from 'fastify'
import { pageLanguages, plainLook, renderNotice, type NoticeCode, type Page } from '@kontuar/pages'
import { pickLanguage } from '@kontuar/survey'
import type { Asker, ClosedSurvey } from '../answering/index.ts'
import { wishesOf } from './wishes.ts'

/** Gone is what will not come back (RFC 9110, 15.5.11); a pause is none: to look is fine then, but what is sent is not taken. */
const statuses: Record<ClosedSurvey['closed'], number> = { 'unknown': 404, 'expired': 410, 'answered': 410, 'ended': 410, 'quota': 410, 'paused': 200, 'not-started': 200 }

export function statusOf({ closed }: ClosedSurvey, method: string): number {
  const status = statuses[closed]
  return status === 200 && method === 'POST' ? 409 : status
}

export function showNotice(request: FastifyRequest, closed: Pick<ClosedSurvey, 'asker' | 'language'> | null, code: NoticeCode, waitSeconds?: number): Page {
  const { lang, embedded } = wishesOf(request)
  const asker: Asker | null = closed?.asker ?? null
  return renderNotice({
    code, embedded, language: pickLanguage({ languages: [...pageLanguages], defaultLanguage: 'en' }, [lang, closed?.language, request.headers['accept-language'], asker?.locale]),
    look: asker?.look ?? plainLook, organization: asker?.organization ?? null, ...(waitSeconds === undefined ? {} : { waitSeconds }),
  })
}
