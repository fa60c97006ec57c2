// A filled report as what leaves: its mail and its files. All of it or nothing: whatever cannot be made throws, so that no report goes out with a
// hole where a picture should be.
import { dayIn, type FilledReport, type Report } from '@kontuar/contracts'
import { fileKey } from '../../../platform/files/store.ts'
import type { Platform } from '../../../platform/platform.ts'
import { reportWords } from '../filling/words/index.ts'

export interface MadeFile { format: 'pdf' | 'xlsx' | 'html'; name: string; type: string; content: Buffer }
export interface MadeReport {
  mail: { subject: string; text: string; html: string; pictures: { cid: string; png: Uint8Array }[] }
  /** Sent along: of the formats asked for. */
  files: MadeFile[]
  /** What the mail looked like, for the ledger. */
  shown: MadeFile
}

export const fileTypes = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', html: 'text/html; charset=utf-8' } as const

// Charts, fonts and the makers of files take time and memory to load: for the first report, not at the start.
const rendering = () => import('../rendering/index.ts')

export async function makeReport(platform: Pick<Platform, 'files'>, orgId: number, report: FilledReport, formats: Report['formats']): Promise<MadeReport> {
  const { renderMail } = await rendering()
  const files: MadeFile[] = []
  for (const format of ['pdf', 'xlsx'] as const) if (formats.includes(format)) files.push(await makeFile(platform, orgId, report, format))
  const mail = await renderMail(formats.includes('mail') ? report : withoutFigures(report, files.length))
  return { mail, files, shown: { format: 'html', name: `${fileName(report)}.html`, type: fileTypes.html, content: Buffer.from(standingAlone(mail)) } }
}

export async function makeFile(platform: Pick<Platform, 'files'>, orgId: number, report: FilledReport, format: 'pdf' | 'xlsx' | 'html'): Promise<MadeFile> {
  const { renderMail, renderPdf, renderXlsx } = await rendering()
  const content = format === 'pdf' ? await renderPdf(report, await readLogo(platform, orgId, report.logo)) : format === 'xlsx' ? await renderXlsx(report) : Buffer.from(standingAlone(await renderMail(report)))
  return { format, name: `${fileName(report)}.${format}`, type: fileTypes[format], content: Buffer.from(content) }
}

/** Where it is none that can be printed (a WebP serves the pages of surveys alone), the name of the organization stands in its place; one that is not there is an error. */
async function readLogo({ files }: Pick<Platform, 'files'>, orgId: number, sha256: string | null): Promise<Uint8Array | null> {
  if (sha256 === null) return null
  const bytes = await files.get(fileKey(orgId, sha256))
  const [isPng, isJpeg] = [bytes.subarray(1, 4).toString('latin1') === 'PNG', bytes[0] === 0xff && bytes[1] === 0xd8]
  return isPng || isJpeg ? bytes : null
}

/** The mail of a report that is in its files or behind its link says the gist alone. */
function withoutFigures(report: FilledReport, files: number): FilledReport {
  const gist = report.blocks.filter((block) => block.kind === 'summary')
  return { ...report, blocks: files === 0 ? gist : [...gist, { id: 'attached', kind: 'text', text: reportWords[report.language].attached(files) }] }
}

/** With its pictures within, so that a browser shows it without the mail around it. */
function standingAlone({ html, pictures }: MadeReport['mail']): string {
  const known = new Map(pictures.map(({ cid, png }) => [cid, png]))
  return html.replace(/cid:([^"'\s)>]+)/g, (link, cid: string) => (known.has(cid) ? `data:image/png;base64,${Buffer.from(known.get(cid)!).toString('base64')}` : link))
}

/** Letters, digits and dashes of any script: what every file system takes. The period begins on a day of the organization. */
function fileName({ title, scopeName, periodFrom, zone }: FilledReport): string {
  const plain = [title, scopeName ?? ''].join(' ').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return `${[...plain].slice(0, 80).join('') || 'report'}-${dayIn(new Date(periodFrom), zone)}`
}
