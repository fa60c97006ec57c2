// What most stories begin with: a running Kontuar with one organization, its administrator Anna and a mailbox, a post
// office for what it sends, and a browser.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { signIn, type Ask, type Person } from './api.ts'
import { openBrowser, visit, type Visit, type VisitOptions } from './browse.ts'
import { openPostOffice, post, type Letter, type PostOffice } from './post.ts'
import { startKontuar, type StartedKontuar } from './start-kontuar.ts'

export const office = 'biuro@mieta.example'
export const anna: Person = { name: 'Anna Wójcik', email: 'anna@mieta.example', password: 'zielona mięta w doniczce' }

export interface Stage {
  kontuar: StartedKontuar
  postOffice: PostOffice
  browser: Browser
  /** As Anna. */
  ask: Ask
  /** A letter arrives. Answers its Message-ID. */
  arrives(letter: Partial<Letter>): Promise<string>
  /** Opens a window; as Anna unless said otherwise. */
  visit(options?: VisitOptions): Promise<Visit>
  /** Until so many tickets are there. */
  tickets(count: number): Promise<void>
  /** A window at the first ticket with this subject. */
  atTicket(subject: string, options?: VisitOptions): Promise<Visit>
  stop(): Promise<void>
}

export async function setStage({ args }: { args?: string[] } = {}): Promise<Stage> {
  const [postOffice, browser] = await Promise.all([openPostOffice(), openBrowser()])
  const kontuar = await startKontuar({
    ...(args ? { args } : {}),
    env: { KONTUAR_ORG: 'Mięta i Spółka', KONTUAR_ADMIN_EMAIL: anna.email, KONTUAR_ADMIN_PASSWORD: anna.password, KONTUAR_MAILBOX: office, KONTUAR_SMTP_URL: `smtp://127.0.0.1:${postOffice.port}`, LOG_LEVEL: 'warn' },
  })
  const ask = await signIn(kontuar.url, anna)
  await ask('PATCH', '/me', { name: anna.name, locale: 'en' })
  const stage: Stage = {
    kontuar, postOffice, browser, ask,
    arrives: (letter) => post(kontuar.smtpPort, { from: '"Zofia Lis" <zofia@klient.example>', to: office, subject: 'Zamówienie', ...(letter.html ? {} : { text: 'Dzień dobry, proszę o informację.' }), ...letter }),
    visit: (options) => visit(browser, kontuar.url, { as: anna, ...options }),
    async tickets(count) {
      for (const late = Date.now() + 20_000; ; await pause(100)) {
        const { items } = await ask<{ items: unknown[] }>('GET', '/tickets?limit=200')
        if (items.length >= count) return
        if (Date.now() > late) throw new Error(`${items.length} tickets are there, not ${count}`)
      }
    },
    async atTicket(subject, options) {
      const visited = await stage.visit(options)
      await visited.page.goto('/tickets?view=all')
      await visited.page.locator('[data-ticket]', { hasText: subject }).first().click()
      await visited.page.locator('[data-entry]').first().waitFor()
      return visited
    },
    async stop() {
      await browser.close()
      await Promise.all([kontuar.discard(), postOffice.stop()])
    },
  }
  return stage
}
