// Guards that a thread which misbehaves costs its report and no other, and that the process gets its answers.
import { afterEach, describe, expect, test } from 'vitest'
import { PrintError } from '../../../../platform/print/print-error.ts'
import { shopReport } from '../reports.fixture.ts'
import { renderMail, renderPdf, renderXlsx, stopRendering } from '../index.ts'
import { createRenderPool, type RenderPool } from './render-pool.ts'

const script = (body: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', (request) => { ${body} }); parentPort.postMessage('ready')`)}`)
const request = { as: 'xlsx', report: shopReport('pl') } as const
let pool: RenderPool | null = null
afterEach(async () => { await pool?.stop(); pool = null; await stopRendering() })

test('PDF, spreadsheet and mail come out of the threads as they do without', { timeout: 120_000 }, async () => {
  const [pdf, xlsx, mail] = await Promise.all([renderPdf(request.report, null), renderXlsx(request.report), renderMail(request.report)])
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
  expect(Buffer.from(xlsx).toString('latin1', 0, 2)).toBe('PK')
  expect(Buffer.isBuffer(mail.pictures[0]!.png)).toBe(true)
  await expect(renderPdf(request.report, Buffer.from('x'))).rejects.toBeInstanceOf(PrintError)
})

describe('a thread', () => {
  test('that dies fails its report and is replaced', async () => {
    pool = createRenderPool({ threads: 1, script: script(`if (request.report.title === 'die') process.exit(3); parentPort.postMessage({ xlsx: new Uint8Array([1]) })`) })
    const [dead, living] = await Promise.allSettled([pool.render({ as: 'xlsx', report: { ...request.report, title: 'die' } }), pool.render(request)])
    expect(dead).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('code 3') as string } })
    expect(living).toMatchObject({ status: 'fulfilled' })
  })
  test('that takes too long is ended', async () => {
    pool = createRenderPool({ threads: 1, timeLimitMs: 50, script: script('for (;;);') })
    await expect(pool.render(request)).rejects.toThrow(/could not be rendered within/)
  })
  test('that fails on a picture says so, and no mail comes of it', async () => {
    pool = createRenderPool({ threads: 1, script: script(`parentPort.postMessage({ failed: 'A chart could not be drawn as a picture.', print: null })`) })
    await expect(pool.render({ as: 'mail', report: request.report })).rejects.toThrow('A chart could not be drawn as a picture.')
  })
  test('is not asked after the end', async () => {
    pool = createRenderPool()
    await pool.stop()
    await expect(pool.render(request)).rejects.toThrow('stopped')
  })
})
