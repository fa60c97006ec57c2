import type { ReportProblem } from '@kontuar/contracts'

const mostNamed = 5

/** What is wrong with a report, for whoever looks after it; screens say it in the reader's language by its code. @param detail in English, for whoever reads the API */
export const problem = (code: ReportProblem['code'], detail: string, { names = [], block = null, of = null }: { names?: readonly string[]; block?: number | null; of?: ReportProblem['of'] } = {}): ReportProblem =>
  ({ code, names: names.slice(0, mostNamed), more: Math.max(0, names.length - mostNamed), block, of, detail })
