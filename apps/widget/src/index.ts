/**
 * What runs on customers' devices besides the pages: the kiosk's page with its script, and the loader for websites. The server renders
 * the kiosk's page from here; the scripts are built into dist/ (build.ts).
 */
export { askedOnKiosk, renderKiosk, type KioskPage } from './kiosk/page/render-kiosk.ts'
export type { BatchOutcome, SentAnswer, SentBatch } from './kiosk/settings.ts'
export { closeWord, type WebsiteSurvey } from './loader/website-survey.ts'
