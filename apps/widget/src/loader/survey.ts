// Feature "survey" of the loader: reads when to ask, waits, asks once.
import { openDialog, type Dialog } from './dialog.ts'
import { matchesPage } from './rules/matches-page.ts'
import { visitor, type Keep } from './rules/visitor.ts'
import { waitFor } from './triggers.ts'
import type { Feature } from './feature.ts'
import type { WebsiteSurvey } from './website-survey.ts'

/** @param host where Kontuar is @param code of the link */
export function surveyFeature(host: string, code: string): Feature {
  let dialog: Dialog | null = null
  const settings = fetch(`${host}/w/${encodeURIComponent(code)}.json`, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    .then((answer) => (answer.ok ? (answer.json() as Promise<WebsiteSurvey | { asks: false }>) : null))
    .then((told) => (told?.asks ? told : null), () => null)

  const show = (survey: WebsiteSurvey) => {
    if (dialog !== null) return
    const language = languageOf(survey)
    const { title, close } = survey.texts[language]!
    dialog = openDialog({ url: `${host}/f/${code}?embed=1&lang=${language}`, title, closeWord: close, side: survey.side, colour: survey.colour, closed: () => { dialog = null } })
  }

  void settings.then((survey) => {
    if (survey === null || wantsPrivacy()) return
    const who = visitor(`kontuar:${code}`, survey, [() => localStorage as Keep, () => sessionStorage as Keep], Date.now(), Math.random(), !cameFromHere())
    if (!who.chosen()) return
    const ask = () => {
      if (dialog !== null || !matchesPage(location.pathname, survey.pages) || isWriting()) return
      // Another tab may have asked meanwhile.
      stop()
      if (!who.chosen()) return
      who.asked()
      show(survey)
    }
    let stop = () => {}
    // A trigger may fire at once, before it can be stopped.
    setTimeout(() => { stop = waitFor(survey, () => ask()) })
  })

  return {
    open: () => void settings.then((survey) => { if (survey !== null) show(survey) }),
    close: () => dialog?.close(),
  }
}

/** Who asks not to be followed is not asked by itself, and nothing is kept on their device; a button of the page can still open it. */
function wantsPrivacy(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean }
  return globalPrivacyControl === true || doNotTrack === '1'
}

const cameFromHere = (): boolean => document.referrer !== '' && URL.canParse(document.referrer) && new URL(document.referrer).origin === location.origin

/** Nobody is interrupted in the middle of a word; it waits for the next sign. */
function isWriting(): boolean {
  const field = document.activeElement as HTMLElement | null
  return field !== null && (field.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName))
}

/** Of the page, else of the visitor, else of the survey. */
function languageOf({ texts, defaultLanguage }: WebsiteSurvey): string {
  const wishes = [document.documentElement.lang, ...navigator.languages].map((wish) => wish.toLowerCase())
  const found = wishes.flatMap((wish) => [wish, wish.split('-')[0]!]).find((wish) => Object.hasOwn(texts, wish))
  return found ?? defaultLanguage
}
