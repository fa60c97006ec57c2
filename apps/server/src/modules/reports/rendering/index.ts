/**
 * A filled report as PDF, spreadsheet and mail. Pure as far as callers see: the same report gives the same figures in each; nothing is read
 * or stored here. It must never make a report with a broken picture, a figure of too few, or a text that runs over its edge: it throws instead.
 * The work is done in threads (threads/render-pool.ts), so that the process goes on answering.
 */
import type { FilledReport } from '@kontuar/contracts'
import type { ReportMail } from './mail/render-mail.ts'
import { createRenderPool, type RenderPool } from './threads/render-pool.ts'

export type { ReportMail } from './mail/render-mail.ts'
let pool: RenderPool | null = null
const living = () => (pool ??= createRenderPool())

/** @param logo PNG or JPEG @throws PrintError for a logo that cannot be printed; Error when rendering failed */
export async function renderPdf(report: FilledReport, logo: Uint8Array | null): Promise<Uint8Array> {
  const answer = await living().render({ as: 'pdf', report, logo })
  if (!('pdf' in answer)) throw new Error('The thread answered something else.')
  return answer.pdf
}

/** @throws Error when rendering failed */
export async function renderXlsx(report: FilledReport): Promise<Uint8Array> {
  const answer = await living().render({ as: 'xlsx', report })
  if (!('xlsx' in answer)) throw new Error('The thread answered something else.')
  return answer.xlsx
}

/** @throws Error when rendering failed, above all when a picture could not be drawn: such a mail must not be sent */
export async function renderMail(report: FilledReport): Promise<ReportMail> {
  const answer = await living().render({ as: 'mail', report })
  if (!('mail' in answer)) throw new Error('The thread answered something else.')
  return { ...answer.mail, pictures: answer.mail.pictures.map(({ cid, png }) => ({ cid, png: Buffer.from(png) })) }
}

/** Ends the threads; the next report starts them again. */
export async function stopRendering(): Promise<void> {
  const ending = pool
  pool = null
  await ending?.stop()
}
