/**
 * The pages customers see, the invitation as mail and text message, and the preview of them: pure functions from a survey
 * and what is known to HTML. They must work without script, fetch nothing from elsewhere, and never put what somebody typed
 * into a page unescaped. The server runs them from source; nothing is built.
 */
export { html, safeUrl, trusted, type Html, type Piece } from './html.ts'
export { contrast, grounds, ownColour, paint, readColour, type Paint } from './look/colours.ts'
export { logoPath, type Look } from './look/look.ts'
export { sheetOf } from './look/sheet.ts'
export { directionOf, nameOfLanguage, pageLanguages, wordLanguage, wordsOf, type NoticeCode, type Words } from './words/index.ts'
export { asking, plain, say, type Asking, type Filled } from './questions/asking.ts'
export { filledAsTyped, filledWith } from './questions/filled.ts'
export { renderQuestion } from './questions/question.ts'
export { problemSentence, type FileProblemCode } from './questions/problem-sentence.ts'
export { fileTypes } from './questions/written.ts'
export { policyOf, type Page, type PageState } from './pages/document.ts'
export { renderSurveyPage, type QuestionProblem, type SurveyPage } from './pages/survey-page.ts'
export { paragraphs, parted, renderThanks, type ThanksPage } from './pages/thanks-page.ts'
export { plainLook, renderNotice, type NoticePage } from './pages/notice-page.ts'
export { renderOptOut, type OptOutPage } from './pages/opt-out-page.ts'
export { renderOneButton, type OneButtonPage } from './pages/one-button-page.ts'
export { clickableQuestion, valuesOfClick } from './mail/clicked.ts'
export type { InvitationMail } from './mail/invitation.ts'
export { renderInvitationMail, type RenderedMail } from './mail/invitation-mail.ts'
export { renderSmsText, type SmsText } from './mail/sms-text.ts'
export { renderPreview, type Preview } from './preview.ts'
