// A first text for the automatic confirmation in each language (the customer's, not the screen's), and what the preview
// fills in. Proper forms of address: this is read by customers.
import type { Locale } from '@kontuar/contracts'

export const confirmationTexts: Record<Locale, string> = {
  pl: 'Dzień dobry,\n\ndziękujemy za wiadomość „{subject}”. Mamy ją pod numerem {number} i odpowiemy najszybciej, jak to możliwe. Jeśli chcą Państwo coś dodać, wystarczy odpowiedzieć na tę wiadomość.',
  ru: 'Здравствуйте, {name}!\n\nСпасибо за письмо «{subject}». Мы зарегистрировали его под номером {number} и ответим как можно скорее. Если хотите что-то добавить, просто ответьте на это письмо.',
  en: 'Hello {name},\n\nthank you for your message “{subject}”. It is registered under number {number}, and we will answer as soon as we can. To add something, simply reply to this message.',
}
export const confirmationSample: Record<Locale, { number: string; subject: string; name: string }> = {
  pl: { number: '1240', subject: 'Zmiana terminu wizyty', name: 'Magdalena Zielińska' },
  ru: { number: '1240', subject: 'Перенос записи', name: 'Светлана Орлова' },
  en: { number: '1240', subject: 'Moving my appointment', name: 'Emily Carter' },
}
