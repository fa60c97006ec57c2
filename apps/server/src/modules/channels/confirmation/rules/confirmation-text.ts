// What a confirmation says: the mailbox's own words, else ours. `{number}`, `{subject}` and `{mailbox}` are filled in.
import type { Language } from '../../composing/rules/quote.ts'

const ready: Record<Language, string> = {
  pl: `Dzień dobry,

dziękujemy za wiadomość. Zapisaliśmy ją pod numerem {number}; odpowie na nią pracownik, na ten adres.

Jeśli chcą Państwo coś dodać, wystarczy odpowiedzieć na tę wiadomość: trafi do tej samej sprawy.

{mailbox}

Wiadomość wysłana automatycznie.`,
  ru: `Здравствуйте!

Спасибо за ваше письмо. Мы записали его под номером {number}; сотрудник ответит вам на этот адрес.

Если вы хотите что-то добавить, просто ответьте на это письмо: оно попадёт в то же обращение.

{mailbox}

Письмо отправлено автоматически.`,
  en: `Hello,

thank you for your message. We have recorded it under number {number}; a person will reply to this address.

If you would like to add something, simply reply to this message: it will reach the same matter.

{mailbox}

This message was sent automatically.`,
}

export function confirmationText(language: Language, own: Partial<Record<Language, string>>, fill: { number: number; subject: string; mailbox: string }): string {
  const text = own[language]?.trim() || ready[language]
  return text.replace(/\{(number|subject|mailbox)\}/g, (_, name: keyof typeof fill) => String(fill[name]))
}
