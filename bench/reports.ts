// 300 personal reports of four pages with eight charts each, as PDF, in the program's own threads; with its memory, and beside them what the
// same machine needs for a poster of one page in the same run. KONTUAR_BENCH_REPORTS makes it smaller. It needs no server, so that it can be
// run alone: node bench/reports.ts
import { posterPdf } from '../apps/server/src/platform/print/index.ts'
import { renderMail, renderPdf, renderXlsx, stopRendering } from '../apps/server/src/modules/reports/rendering/index.ts'
import { shopReport } from '../apps/server/src/modules/reports/rendering/reports.fixture.ts'
import { mb, ms, type Finding } from './ground/figures.ts'

const many = Number(process.env['KONTUAR_BENCH_REPORTS'] ?? 300)
const languages = ['pl', 'ru', 'en'] as const

/** Each with figures of its own: nothing of one helps the next but what the program keeps anyway. */
function personal(index: number) {
  const report = shopReport(languages[index % 3]!, index + 1)
  const charts = report.blocks.filter((block) => block.kind === 'tile' && !['number', 'table'].includes(block.tile.kind))
  const eighth = charts.find((block) => block.kind === 'tile' && block.tile.kind === 'bars')!
  const kept = report.blocks.filter((block) => block.kind !== 'loops' && block.kind !== 'tickets')
  return { ...report, title: `${report.title} ${index + 1}`, blocks: [...kept, { ...eighth, id: 'eighth' }] }
}

export async function benchReports(): Promise<Finding[]> {
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, 50)
  const timed = async (work: () => Promise<unknown>) => {
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(cpu)
    return { took: performance.now() - from, cpu: (user + system) / 1000 }
  }
  const posters = 20
  const poster = await timed(async () => { for (let i = 0; i < posters; i++) await posterPdf({ paper: 'A4', language: 'pl', title: `Jak było? ${i}`, text: 'Dziękujemy za wizytę', url: 'https://kontuar.example/s/abc', qrText: 'https://kontuar.example/s/abc', footer: 'Łódź', logo: null, colour: '#0f766e' }) })
  let [pages, charts, bytes] = [0, 0, 0]
  // As sending does: a few under way, the next one filled when one is done.
  const inTurn = async (count: number, work: (report: ReturnType<typeof personal>) => Promise<unknown>) => {
    let next = 0
    await Promise.all(Array.from({ length: 3 }, async () => { while (next < count) await work(personal(next++)) }))
  }
  const all = await timed(() => inTurn(many, async (report) => {
    const pdf = await renderPdf(report, null)
    bytes += pdf.length
    pages += Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\n/g)!.length
    charts += report.blocks.filter((block) => block.kind === 'tile' && !['number', 'table'].includes(block.tile.kind)).length
  }))
  const fewer = Math.max(1, Math.round(many / 10))
  const mails = await timed(() => inTurn(fewer, renderMail))
  const sheets = await timed(() => inTurn(fewer, renderXlsx))
  clearInterval(watch)
  await stopRendering()
  const each = { poster: poster.cpu / posters, pdf: all.cpu / many, mail: mails.cpu / fewer, xlsx: sheets.cpu / fewer }
  const reference = `${ms(each.poster)} processor time, one poster of one page`
  return [
    { what: `${many} personal reports as PDF, ${(pages / many).toFixed(1)} pages, ${(charts / many).toFixed(1)} charts and ${Math.round(bytes / many / 1024)} KB each`, figure: `${(all.took / 1000).toFixed(1)} s, ${(all.cpu / 1000).toFixed(1)} s processor time`, reference, ratio: (each.pdf / each.poster).toFixed(1), wanted: '< 120 s', reached: all.took < 120_000 * (many / 300) },
    { what: 'memory of the process meanwhile, at its highest', figure: mb(most), reference: '', ratio: '', wanted: '< 700 MB', reached: most < 700 * 1024 * 1024 },
    { what: 'one report as PDF, processor time', figure: ms(each.pdf), reference, ratio: (each.pdf / each.poster).toFixed(1), wanted: '', reached: true },
    { what: 'as mail with its pictures', figure: ms(each.mail), reference, ratio: (each.mail / each.poster).toFixed(1), wanted: '', reached: true },
    { what: 'as spreadsheet', figure: ms(each.xlsx), reference, ratio: (each.xlsx / each.poster).toFixed(1), wanted: '', reached: true },
  ]
}

if (import.meta.main) {
  console.log('| what | figure | reference | ratio | wanted | reached |\n|---|---|---|---|---|---|')
  for (const f of await benchReports()) console.log(`| ${f.what} | ${f.figure} | ${f.reference} | ${f.ratio} | ${f.wanted} | ${f.reached ? 'yes' : 'NO'} |`)
}
