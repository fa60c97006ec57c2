// Surveys for stories: what is prepared, not told.
import type { SurveyAnswer, Touchpoint } from '@kontuar/contracts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './api.ts'

/** Asks at any hour, and the same person again at once. */
export const askAtOnce = (ask: Ask): Promise<unknown> => ask('PATCH', '/feedback-settings', { sendFrom: '00:00', sendUntil: '00:00', restDays: 0 })

export const askAfterClosing = (ask: Ask, surveyId: string): Promise<Touchpoint> =>
  ask<Touchpoint>('POST', '/touchpoints', { surveyId, name: 'After closing', trigger: 'ticket-closed', definition: { delayMinutes: 0, roads: ['email'] } })

export const answersOf = async (ask: Ask, surveyId: string): Promise<SurveyAnswer[]> => (await ask<{ items: SurveyAnswer[] }>('GET', `/answers?surveyId=${surveyId}&limit=200`)).items

/** The links of a mail to a survey, each once, as a scanner would collect them. */
export const linksIn = (html: string): string[] => [...new Set([...html.matchAll(/href="(https?:\/\/[^"]+)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&')))]

export async function until<T>(what: string, find: () => Promise<T | undefined | null | false>, seconds = 20): Promise<T> {
  for (const late = Date.now() + seconds * 1000; ; await pause(seconds * 5)) {
    const found = await find()
    if (found) return found
    if (Date.now() > late) throw new Error(`waited ${seconds} s in vain: ${what}`)
  }
}
