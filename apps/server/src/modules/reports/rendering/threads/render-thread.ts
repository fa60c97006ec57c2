// Runs in a thread of its own (render-pool.ts): setting a report takes some tenths of a second, during which the process would answer nobody.
import { parentPort } from 'node:worker_threads'
import { PrintError } from '../../../../platform/print/print-error.ts'
import { renderMail } from '../mail/render-mail.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { renderXlsx } from '../xlsx/render-xlsx.ts'
import type { RenderAnswer, RenderRequest } from './render-request.ts'

const port = parentPort!

async function render(request: RenderRequest): Promise<RenderAnswer> {
  switch (request.as) {
    case 'pdf': return { pdf: await renderPdf(request.report, request.logo) }
    case 'xlsx': return { xlsx: await renderXlsx(request.report) }
    case 'mail': return { mail: renderMail(request.report) }
  }
}

port.on('message', (request: RenderRequest) => {
  render(request).then((answer) => port.postMessage(answer), (error: unknown) => port.postMessage({ failed: error instanceof Error ? error.message : String(error), print: error instanceof PrintError ? { code: error.code, field: error.field } : null } satisfies RenderAnswer))
})
port.postMessage('ready')
