// When and where a website asks.
import type { WebsiteSettings } from '@kontuar/contracts'
import { Refusal } from '../../../../../platform/http/refusal.ts'

export const usualWebsite: WebsiteSettings = { trigger: 'time', seconds: 20, scrollShare: 0.5, pages: [], againAfterDays: 90, share: 1, origins: [], side: 'right' }

/** What is stored may be older than a setting. */
export const completeSettings = (stored: Partial<WebsiteSettings>): WebsiteSettings => ({ ...usualWebsite, ...stored })

/** The settings as they are stored: addresses as browsers compare them. @throws Refusal `invalid-input` with the field */
export function takeSettings(given: Partial<WebsiteSettings>, before: Partial<WebsiteSettings> = {}): WebsiteSettings {
  const next = completeSettings({ ...before, ...given })
  return { ...next, origins: [...new Set(next.origins.map(takeOrigin))], pages: [...new Set(next.pages.map(takePage))] }
}

function takeOrigin(given: string): string {
  const url = URL.parse(given.trim())
  // A whole page's address is a mistake that would be obeyed silently otherwise: an origin is all a browser knows of who frames it.
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === ''
  // What could mean more than a host in a Content-Security-Policy does not come in.
  if (!isOrigin || !/^[a-z0-9.-]+$/.test(url.hostname)) throw new Refusal('invalid-input', `"${given.slice(0, 100)}" is no address of a website: write it like https://shop.example, without a page after it.`, { 'settings.origins': 'is no address of a website' })
  return url.origin
}

function takePage(given: string): string {
  const page = given.trim()
  if (!/^[/*][^\s\p{Cc}]*$/u.test(page)) throw new Refusal('invalid-input', `"${given.slice(0, 100)}" is no path of a website: begin with /, and write * for any stretch, like /basket/*.`, { 'settings.pages': 'is no path' })
  return page
}
