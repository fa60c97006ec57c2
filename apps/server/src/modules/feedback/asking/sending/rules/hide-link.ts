/*
 * What the diary keeps of an invitation: everything but the way in. Whoever can read the customer's mails at the desk could otherwise
 * answer in their name.
 */
const standIn: Record<string, string> = { pl: '[osobisty odnośnik]', ru: '[личная ссылка]', en: '[personal link]' }
const inWords = (language: string) => standIn[language.split('-')[0]!] ?? standIn['en']!

/** Addresses with the token become a few words. */
export const hideInText = (text: string, token: string, language: string): string => hideRest(text.replaceAll(addressWith(token), inWords(language)), token)

/** Links with the token lead nowhere any more, and keep their words. */
export function hideInHtml(html: string, token: string, language: string): string {
  const attribute = new RegExp(`\\s(?:href|src|action|xlink:href)\\s*=\\s*(?:"[^"]*${token}[^"]*"|'[^']*${token}[^']*'|[^\\s>"']*${token}[^\\s>]*)`, 'gi')
  return hideRest(html.replaceAll(attribute, '').replaceAll(addressWith(token), inWords(language)), token)
}

const addressWith = (token: string) => new RegExp(`\\bhttps?://[^\\s<>"']*${token}[^\\s<>"']*`, 'gi')
/** In whatever shape it may still stand. */
const hideRest = (text: string, token: string) => text.replaceAll(token, '…')
