/*
 * What the diary keeps of an invitation: everything but the way in. Whoever can read the customer's mails at the desk could otherwise
 * answer in their name.
 */
const standIn: Record<string, string> = { pl: '[osobisty odnośnik]', ru: '[личная ссылка]', en: '[personal link]' }
const inWords = (language: string) => standIn[language.split('-')[0]!] ?? standIn['en']!

/** Addresses with the token become a few words. */
export const hideInText = (text: string, token: string, language: string): string => hideRest(text.replaceAll(address, (found) => (found.includes(token) ? inWords(language) : found)), token)

/** Links with the token lead nowhere any more, and keep their words. */
export const hideInHtml = (html: string, token: string, language: string): string => hideInText(html.replaceAll(attribute, (found) => (found.includes(token) ? '' : found)), token, language)

// Without the token in them, which is another one each time: to compile a pattern costs more than to look.
const attribute = /\s(?:href|src|action)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi
const address = /\bhttps?:\/\/[^\s<>"']+/gi
/** In whatever shape it may still stand. */
const hideRest = (text: string, token: string) => text.replaceAll(token, '…')
