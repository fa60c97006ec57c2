// What customers of the demonstration say, by reason. In braces stands what differs from one to the next (fill.ts).
import type { Locale } from '@kontuar/contracts'

/** Written by the customer: a mail, a form, a messenger, a chat. */
export interface Letter { subject: string; text: string }
/** Told to a colleague, who wrote it down in Polish. */
export interface Told { request: string; result: string }

export interface Words {
  letters: Readonly<Record<string, Readonly<Record<Locale, readonly Letter[]>>>>
  told: Readonly<Record<string, readonly Told[]>>
  /** What colleagues answer, by reason; `any` where it has none of its own. */
  answers: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>>
}

export const letter = (subject: string, text: string): Letter => ({ subject, text })
export const told = (request: string, result: string): Told => ({ request, result })

export const greetings: Record<Locale, readonly string[]> = {
  pl: ['Dzień dobry,\n\n', 'Dzień dobry,\n', 'Witam,\n\n', 'Szanowni Państwo,\n\n', '', 'Dzień dobry. ', 'Hej, '],
  ru: ['Здравствуйте!\n\n', 'Добрый день!\n\n', 'Здравствуйте. ', ''],
  en: ['Hello,\n\n', 'Hi,\n\n', 'Good morning,\n\n', ''],
}
export const partings: Record<Locale, readonly string[]> = { pl: ['\n\nPozdrawiam\n', '\n\nZ poważaniem\n', '\n\nDziękuję\n', '\n\n', '\n'], ru: ['\n\nС уважением\n', '\n\nСпасибо\n', '\n\n'], en: ['\n\nBest regards\n', '\n\nThanks\n', '\n\n'] }
export const thanks: Record<Locale, readonly string[]> = {
  pl: ['Bardzo dziękuję za szybką odpowiedź!', 'Dziękuję, o to chodziło.', 'Super, wszystko już działa. Dziękuję!', 'Dziękuję za pomoc, miłego dnia.', 'Świetnie, bardzo dziękuję :)'],
  ru: ['Спасибо большое, всё понятно!', 'Отлично, спасибо за быстрый ответ.', 'Спасибо, теперь всё работает.'],
  en: ['Thank you, that was quick!', 'Great, thanks for your help.', 'Perfect, thank you.'],
}
export const stillWrong: Record<Locale, readonly string[]> = {
  pl: ['Niestety dalej to samo, nic się nie zmieniło.', 'Przykro mi, ale problem wrócił już następnego dnia.', 'Napisali Państwo, że załatwione. Nie jest załatwione.', 'dalej nie dziala, ile mozna'],
  ru: ['К сожалению, ничего не изменилось.', 'Проблема вернулась на следующий же день.'],
  en: ['I am afraid it is still the same.', 'You wrote it was solved. It is not.'],
}
export const details: Record<Locale, readonly string[]> = {
  pl: ['Numer: {number}. Czekam na odpowiedź.', 'Podaję numer: {number}.', 'Tak, pasuje mi. Dziękuję.', 'W załączeniu to, o co Państwo prosili. Numer {number}.', 'Adres się zgadza, proszę działać.'],
  ru: ['Номер: {number}.', 'Да, меня это устраивает, спасибо.', 'Адрес верный, жду ответа.'],
  en: ['The number is {number}.', 'Yes, that works for me, thanks.', 'The address is correct.'],
}
