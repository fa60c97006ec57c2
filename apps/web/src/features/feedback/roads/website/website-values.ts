// The form of a survey on a website: what stands in it, what is wrong with it, what is sent. The server checks the same again.
import type { WebsiteSettings } from '@kontuar/contracts'

export interface WebsiteValues {
  trigger: WebsiteSettings['trigger']
  seconds: number | string
  /** In percent. */
  scroll: number | string
  share: number | string
  /** One path a line. */
  pages: string
  again: boolean
  againAfterDays: number | string
  /** One address a line. */
  origins: string
  side: WebsiteSettings['side']
}

const lines = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
const percent = (share: number) => Math.round(share * 1000) / 10

export const valuesOf = ({ trigger, seconds, scrollShare, share, pages, againAfterDays, origins, side }: WebsiteSettings): WebsiteValues => ({
  trigger, seconds, scroll: percent(scrollShare), share: percent(share), pages: pages.join('\n'), again: againAfterDays !== null, againAfterDays: againAfterDays ?? 90, origins: origins.join('\n'), side,
})

export const settingsOf = (values: WebsiteValues): WebsiteSettings => ({
  trigger: values.trigger, seconds: Number(values.seconds), scrollShare: Number(values.scroll) / 100, share: Number(values.share) / 100, pages: lines(values.pages), againAfterDays: values.again ? Number(values.againAfterDays) : null, origins: lines(values.origins), side: values.side,
})

/** Where it may stand: the address of a website and nothing after it. */
export const isOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && /^[a-z0-9.-]+$/.test(url.hostname)
}
export const isPath = (text: string): boolean => /^[/*]\S*$/.test(text)
export const wrongOrigin = (origins: string): string | undefined => lines(origins).find((line) => !isOrigin(line))
const isWithin = (given: number | string, least: number, most: number) => given !== '' && Number(given) >= least && Number(given) <= most

/** Keys of the words that say what is wrong. */
export const faults = {
  seconds: ({ trigger, seconds }: WebsiteValues) => (trigger === 'time' && !isWithin(seconds, 0, 3600) ? ('seconds' as const) : null),
  scroll: ({ trigger, scroll }: WebsiteValues) => (trigger === 'scroll' && !isWithin(scroll, 0, 100) ? ('percent' as const) : null),
  share: ({ share }: WebsiteValues) => (isWithin(share, 0, 100) ? null : ('percent' as const)),
  againAfterDays: ({ again, againAfterDays }: WebsiteValues) => (again && !isWithin(againAfterDays, 0, 3650) ? ('days' as const) : null),
  pages: ({ pages }: WebsiteValues) => (lines(pages).some((line) => !isPath(line)) ? ('pages' as const) : null),
  origins: ({ origins }: WebsiteValues) => (wrongOrigin(origins) === undefined ? null : ('origins' as const)),
}
