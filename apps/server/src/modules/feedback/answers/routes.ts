// Answers: list, one, as a table, its file; tags, taking back, quotes.
import { Readable } from 'node:stream'
import { changeAnswer as changeRoute, createQuote as createQuoteRoute, deleteQuote as deleteQuoteRoute, exportAnswers as exportRoute, getAnswer as getRoute, getAnswerFile, listAnswers as listRoute, listQuotes as listQuotesRoute } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fileKey } from '../../../platform/files/store.ts'
import { fileHeaders } from '../../diary/index.ts'
import { changeAnswer } from './change-answer.ts'
import { exportAnswers } from './export-answers.ts'
import { getAnswer, getAnswerRow } from './get-answer.ts'
import { listAnswers } from './list-answers.ts'
import { createQuote, deleteQuote, listQuotes } from './quotes.ts'

const readerOf = (actor: Actor) => ({ staffId: actor.staffId, restricted: actor.access === 'granted' })

export function answerRoutes(implement: Implement, { db, files }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listAnswers(tx, query, actor.access === 'granted')))
  implement(exportRoute, async ({ actor, query, reply }) => {
    const rows = exportAnswers(db, query, actor)
    // The first page is read before anything is said, so that a refusal is an answer and not a torn file.
    const [head, first] = [await rows.next(), await rows.next()]
    async function* all() {
      for (const part of [head, first]) if (part.done !== true) yield part.value
      yield* rows
    }
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="answers-${new Date().toISOString().slice(0, 10)}.csv"`).send(Readable.from(all()))
  })
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getAnswer(tx, params.id, readerOf(actor))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeAnswer(tx, actor, params.id, body)
    return getAnswer(tx, params.id, readerOf(actor))
  }))
  implement(getAnswerFile, async ({ actor, params, reply }) => {
    const { values } = await db.read(actor.orgId, (tx) => getAnswerRow(tx, params.id, actor.access === 'granted'))
    const file = Object.hasOwn(values, params.question) ? values[params.question] : undefined
    if (typeof file !== 'object' || !('sha256' in file) || !('size' in file)) throw notFound('answer')
    const { name, type, size, sha256 } = file as { name: string; type: string; size: number; sha256: string }
    const headers = fileHeaders({ name, type, size, sha256 })
    // What strangers sent is never shown in our own place, not even a picture.
    return reply.headers({ ...headers, 'content-disposition': headers['content-disposition']!.replace(/^inline/, 'attachment') }).send(await files.stream(fileKey(actor.orgId, sha256)))
  })
  implement(listQuotesRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listQuotes(tx, query)))
  implement(createQuoteRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => createQuote(tx, actor, params.id, body)))
  implement(deleteQuoteRoute, async ({ actor, params }) => {
    await db.write(actor.orgId, (tx) => deleteQuote(tx, actor, params.id))
    return { ok: true as const }
  })
}
