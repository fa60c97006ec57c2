// What a report says by itself, besides figures (packages/charts writes them) and what the author wrote.
export interface ReportWords {
  /** "3 z 7" */
  page(page: number, pages: number): string
  period: string
  scope: string
  comparedWith(name: string): string
  zone: string
  made(at: string, zone: string): string
  comment: string
  /** "z 340" */
  of(n: string): string
  /** Of what is made of answers: "4 odpowiedzi, pokazujemy od 5". */
  fewAnswers(n: number, from: number): string
  was(value: string): string
  same: string
  unsure: string
  running: string
  noneBefore: string
  fewBefore(n: number): string
  tone: { good: string; bad: string }
  up: string
  down: string
  network(value: string, n: string | null): string
  networkName: string
  ownName: string
  leftOut(n: number): string
  nothing: string
  problem: string
  warnings: string
  onlyFew: string
  /** Cut by what nothing has: "Kanał" stands at no answer. */
  noNames(dimension: string): string
  leftInTable(n: number): string
  /** After a list that was cut: "i jeszcze 12 w widoku na żywo". */
  more(n: number): string
  /** A mail that was cut. */
  rest: string
  noTickets: string
  noComments: string
  noLoops: string
  noSentences: string
  place: string
  dimensions: Readonly<Record<string, string>>
  newcomer: { true: string; false: string }
  none: string
  /** Beside the rows that are one's own. */
  ownMark(name: string): string
  interval: string
  count: string
  difference: string
  real: string
  mayBeChance: string
  tickets: { number: string; subject: string; customer: string; owner: string; place: string; due: string; created: string; missing: string; nobody: string; late(duration: string): string }
  missing: Readonly<Record<string, string>>
  comments: { anonymous: string; becameOf: string; score(score: string, most: string | null): string }
  loops: { opened: string; customer: string; score: string; state: string; owner: string; cause: string; remedy: string; contactedAt: string; recovered: string; remedyOf(cause: string | null, remedy: string): string }
  loopStates: Readonly<Record<string, string>>
  yes: string
  no: string
  live: string
  liveHint: string
  because: string
  pause: string
  howToRead: string
  how: { interval: string; arrow: string; few: string; unprintable: string }
  chart(title: string): string
  chartSays(title: string, figures: string): string
  text: string
  sheet: { report: string; link: string; metric: string; value: string; low: string; high: string; n: string; before: string; change: string; changeLow: string; changeHigh: string; real: string; network: string; networkN: string; from: string; to: string; weekday: string; hour: string; usualLow: string; usualHigh: string; own: string; outside: string; above: string; below: string; answer: string; at: string; location: string; ticket: string; queue: string; duration: string; share: string; note: string; sentence: string; block: string; contents: string }
}
