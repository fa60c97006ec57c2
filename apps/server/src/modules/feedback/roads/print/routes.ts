// QR codes, posters and labels, made anew at each asking: a changed look is on the next print.
import type { FastifyReply } from 'fastify'
import * as contract from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import type { Implement } from '../../../../platform/http/implement.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { labelSheetPdf, posterPdf, PrintError, qrPng, qrSvg } from '../../../../platform/print/index.ts'
import { addressOf, getLinkRow, linkColumns, linkJoins, type LinkRow } from '../links/link-row.ts'
import { labelOfLink, languageOf, posterOfLink } from './poster-of-link.ts'
import { readStyle } from './read-style.ts'

export function printRoutes(implement: Implement, platform: Platform) {
  const { db, publicUrl } = platform

  implement(contract.getQrSvg, async ({ actor, params, reply }) => {
    const link = await db.read(actor.orgId, (tx) => getLinkRow(tx, params.id))
    return send(reply, 'image/svg+xml', `${fileNameOf(link)}.svg`, Buffer.from(printed(() => qrSvg(addressOf(publicUrl(), link.code)))))
  })
  implement(contract.getQrPng, async ({ actor, params, query, reply }) => {
    const link = await db.read(actor.orgId, (tx) => getLinkRow(tx, params.id))
    return send(reply, 'image/png', `${fileNameOf(link)}.png`, await printed(() => qrPng(addressOf(publicUrl(), link.code), { pixels: query.pixels ?? 1000 })))
  })
  implement(contract.getPoster, async ({ actor, params, query, reply }) => {
    const { link, definition } = await db.read(actor.orgId, async (tx) => {
      const link = await getLinkRow(tx, params.id)
      return { link, definition: await publishedDefinition(tx, link.survey_id) }
    })
    const style = await readStyle(platform, actor.orgId)
    const paper = query.paper ?? 'A4'
    return send(reply, 'application/pdf', `${fileNameOf(link)}-${paper}.pdf`, await printed(() => posterPdf(posterOfLink(paper, link, definition, query.language, style))))
  })
  implement(contract.getLabelSheet, async ({ actor, params, query, reply }) => {
    const { links, definition } = await db.read(actor.orgId, async (tx) => ({ definition: await publishedDefinition(tx, params.id), links: await readCodes(tx, params.id, query.locationId ?? null) }))
    if (links.length === 0) throw new Refusal('cannot-do', 'The survey has no QR code to print: add one for each table or counter first.')
    const style = await readStyle(platform, actor.orgId)
    const labels = links.map((link) => labelOfLink(link, definition, query.language, style))
    return send(reply, 'application/pdf', 'qr-labels.pdf', await printed(() => labelSheetPdf(labels, { language: languageOf(definition, query.language), logo: style.logo, colour: style.colour })))
  })
}

/** A poster promises a survey that answers, so a draft has none. @throws Refusal */
async function publishedDefinition(tx: Tx, surveyId: string): Promise<SurveyDefinition> {
  const [row] = isId(surveyId)
    ? await tx.query<{ definition: SurveyDefinition | null }>('select v.definition from survey s left join survey_version v on v.org_id = s.org_id and v.survey_id = s.id and v.version = s.version where s.org_id = $1 and s.id = $2', [tx.orgId, surveyId], 'definition-to-print')
    : []
  if (row === undefined) throw notFound('survey')
  if (row.definition === null) throw new Refusal('cannot-do', 'The survey is not published: publish it before it is printed.')
  return row.definition
}

/** As people walk along them: table 2 before table 10. */
async function readCodes(tx: Tx, surveyId: string, locationId: string | null): Promise<LinkRow[]> {
  if (locationId !== null && !isId(locationId)) return []
  const rows = await tx.query<LinkRow>(
    `select ${linkColumns} from survey_link k ${linkJoins} where k.org_id = $1 and k.survey_id = $2 and k.road = 'qr' and k.active and k.retired_at is null and ($3::uuid is null or k.location_id = $3) limit 501`, [tx.orgId, surveyId, locationId], 'codes-to-print')
  const order = new Intl.Collator('pl', { numeric: true })
  return rows.sort((a, b) => order.compare(a.location_name ?? '', b.location_name ?? '') || order.compare(a.place, b.place))
}

/** What cannot be printed is told with its sentence. */
function printed<T>(print: () => T): T {
  const refuse = (error: unknown): never => {
    if (error instanceof PrintError) throw new Refusal('invalid-input', error.message, { [error.field]: error.code })
    throw error
  }
  try {
    const made = print()
    return made instanceof Promise ? (made.catch(refuse) as T) : made
  } catch (error) {
    return refuse(error)
  }
}

function send(reply: FastifyReply, type: string, name: string, bytes: Buffer): FastifyReply {
  return reply.type(type).header('content-disposition', `inline; filename="${name}"`).send(bytes)
}

/** Letters that every file system keeps; the code tells two tables apart. */
const fileNameOf = (link: LinkRow): string => `qr-${link.place.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase() || 'link'}-${link.code.slice(0, 4)}`
