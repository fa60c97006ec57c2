// A survey on a page of its own: by invitation (/s), by an open link (/f). GET shows, HEAD says that it is there, POST takes one page and
// answers with the next.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledAsTyped, valuesOfClick } from '@kontuar/pages'
import { limits, nextPage, pagesOf, readForm, type NextPage, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Platform } from '../../../platform/platform.ts'
import { isClosed, isCode, newToken, openInvitation, openLink, takeStep, type ClosedSurvey, type OpenedSurvey, type StepAt } from '../answering/index.ts'
import { takeLinkAnswer, takeMiss } from './limits.ts'
import { readPosted, type PostedForm } from './read-form.ts'
import { sendPage } from './send-page.ts'
import { showNotice, statusOf } from './show-closed.ts'
import { languageOf, showSurvey, showThanks } from './show-survey.ts'
import { wishesOf } from './wishes.ts'

interface Visit { request: FastifyRequest; reply: FastifyReply; at: StepAt; path: string; doNotAskUrl: string | null }

export function surveyRoutes(scope: FastifyInstance, platform: Platform): void {
  const serve = (visit: Visit) => (visit.request.method === 'POST' ? post(platform, visit) : show(platform, visit))
  scope.route<{ Params: { token: string } }>({
    method: ['GET', 'POST'], url: '/s/:token', schema: { hide: true },
    handler: (request, reply) => serve({ request, reply, at: { token: request.params.token }, path: `/s/${encodeURIComponent(request.params.token)}`, doNotAskUrl: `/u/${encodeURIComponent(request.params.token)}` }),
  })
  scope.route<{ Params: { code: string } }>({
    method: ['GET', 'POST'], url: '/f/:code', schema: { hide: true },
    handler: (request, reply) => serve({ request, reply, at: { code: request.params.code }, path: `/f/${encodeURIComponent(request.params.code)}`, doNotAskUrl: null }),
  })
}

/** @param note false: not even that it was opened is noted */
function open(platform: Platform, { at, request }: Visit, note: boolean): Promise<OpenedSurvey | ClosedSurvey> {
  return 'token' in at ? openInvitation(platform, at.token, { note, clicked: wishesOf(request).clicked }) : openLink(platform, at.code)
}

async function show(platform: Platform, visit: Visit): Promise<FastifyReply> {
  const { request, reply, at, path, doNotAskUrl } = visit
  const opened = await open(platform, visit, request.method === 'GET')
  if (isClosed(opened)) return refuse(platform, visit, opened)
  const { definition } = opened
  const chosen = valuesOfClick(definition, wishesOf(request).clicked)
  // Whoever clicks another point after answering a page means the first page.
  const again = Object.keys(chosen).length > 0
  const values = { ...opened.saved, ...chosen }
  const shown = again ? [] : opened.shown
  const page = pageAfter(definition, values, shown)
  return sendPage(request, reply, 200, showSurvey(request, { path, opened, page, values, shown, key: 'code' in at ? newToken().token : null, doNotAskUrl }), opened.origins)
}

async function post(platform: Platform, visit: Visit): Promise<FastifyReply> {
  const { request, reply, at, path, doNotAskUrl } = visit
  if (request.isMultipart()) {
    // Files are taken from nobody who has no page.
    const opened = await open(platform, visit, false)
    if (isClosed(opened)) return refuse(platform, visit, opened)
  }
  const posted = await readPosted(request)
  const { form } = posted
  if (posted.tooLarge) return giveBack(platform, visit, posted, {})
  if ('code' in at && isCode(at.code)) {
    const wait = await takeLinkAnswer(platform, request, at.code)
    if (wait > 0) return giveBack(platform, visit, posted, { waitSeconds: wait })
  }
  const key = keyOf(form)
  const taken = await takeStep(platform, at, {
    form, files: new Map([...posted.files].map(([name, file]) => [name.replace(/^q\./, ''), file])), version: /^\d{1,6}$/.test(form.get('version') ?? '') ? Number(form.get('version')) : null,
    key: 'code' in at ? key : null, shown: shownOf(form), back: form.get('back') === '1', language: wishesOf(request).lang ?? '',
  })
  if (isClosed(taken)) return refuse(platform, visit, taken)
  const { opened, page, values, problems, shown } = taken
  if (page === null || page.questions.length === 0) return sendPage(request, reply, 200, showThanks(request, opened, doNotAskUrl), opened.origins)
  const faulty = problems.length > 0
  // Without a key of ours nothing was taken: the same page comes back with one, and with what was typed.
  const keyless = 'code' in at && key === null
  const body = showSurvey(request, {
    path, opened, page, values, shown, key: 'code' in at ? (key ?? newToken().token) : null, doNotAskUrl, problems,
    ...(faulty || keyless ? { filled: filledAsTyped(form, limits.text) } : {}),
  })
  return sendPage(request, reply, !faulty ? 200 : problems.some((p) => p.code === 'too-long' || p.code === 'file-too-large') ? 413 : 422, body, opened.origins)
}

/** Nothing is taken; what was typed comes back, and why. */
async function giveBack(platform: Platform, visit: Visit, { form }: PostedForm, why: { waitSeconds?: number }): Promise<FastifyReply> {
  const { request, reply, at, path, doNotAskUrl } = visit
  const opened = await open(platform, visit, false)
  if (isClosed(opened)) return refuse(platform, visit, opened)
  const shown = shownOf(form)
  const page = pageAfter(opened.definition, opened.saved, shown)
  const problems = why.waitSeconds === undefined ? readForm(page.questions, form).problems.filter((p) => p.code === 'too-long') : []
  const status = why.waitSeconds === undefined ? 413 : 429
  if (why.waitSeconds !== undefined) reply.header('retry-after', why.waitSeconds)
  if (why.waitSeconds === undefined && problems.length === 0) return sendPage(request, reply, 413, showNotice(request, { asker: opened.asker, language: languageOf(request, opened) }, 'too-large'), opened.origins)
  const key = 'code' in at ? (keyOf(form) ?? newToken().token) : null
  return sendPage(request, reply, status, showSurvey(request, { path, opened, page, values: opened.saved, shown, key, doNotAskUrl, problems, filled: filledAsTyped(form, limits.text), ...why }), opened.origins)
}

async function refuse(platform: Platform, { request, reply }: Visit, closed: ClosedSurvey): Promise<FastifyReply> {
  if (closed.closed === 'unknown') {
    const wait = await takeMiss(platform, request)
    if (wait > 0) return sendPage(request, reply.header('retry-after', wait), 429, showNotice(request, null, 'too-many', wait), null)
  }
  return sendPage(request, reply, statusOf(closed, request.method), showNotice(request, closed, closed.closed), closed.origins ?? null)
}

/** The page that comes next, or the last one where all were shown already. */
function pageAfter(definition: SurveyDefinition, values: Values, shown: readonly string[]): NextPage {
  const pages = pagesOf(definition, values)
  return nextPage(definition, values, new Set(shown)) ?? { questions: pages.at(-1) ?? [], index: Math.max(0, pages.length - 1), remaining: 0 }
}

const keyOf = (form: URLSearchParams): string | null => (/^[\w-]{16,100}$/.test(form.get('key') ?? '') ? form.get('key') : null)
const shownOf = (form: URLSearchParams): string[] => (form.get('shown') ?? '').split(',').slice(0, limits.questions).filter((id) => id !== '')
