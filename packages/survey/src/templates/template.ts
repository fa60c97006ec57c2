// What a ready-made survey is made of.
import type { Question, SurveyDefinition, Texts } from '../definition.ts'

export interface SurveyTemplate {
  key: string
  name: Texts
  /** When it is good for, in a sentence. */
  purpose: Texts
  /** The touchpoint that asks it (touchpoint.trigger); null: by hand. */
  trigger: 'purchase' | 'interaction-recorded' | 'ticket-closed' | 'complaint-decided' | 'list' | 'api' | null
  definition: SurveyDefinition
}

export const say = (pl: string, ru: string, en: string): Texts => ({ pl, ru, en })

type Choice = [id: string, pl: string, ru: string, en: string]
const options = (choices: readonly Choice[]) => choices.map(([id, pl, ru, en]) => ({ id, label: say(pl, ru, en) }))

/** Asks what went wrong, when the score is no higher than this. */
export const reasonsWhen = (atMost: number, title: Texts, choices: readonly Choice[]): Question => ({
  id: 'reasons', type: 'reasons', title, help: say('Można zaznaczyć kilka.', 'Можно выбрать несколько.', 'Choose all that apply.'), condition: whenScore('<=', atMost), options: options(choices), other: true, shuffled: true,
})

export const single = (id: string, title: Texts, choices: readonly Choice[]): Question => ({ id, type: 'single', title, options: options(choices) })

export const whenScore = (operator: '<=' | '>=', value: number) => ({ combinator: 'and' as const, rules: [{ field: 'q:score', operator, value }] })

export const comment = (title: Texts = say('Co jeszcze warto nam powiedzieć?', 'Что ещё нам стоит знать?', 'Is there anything else we should know?')): Question => ({
  id: 'comment', type: 'text', title, help: say('Nieobowiązkowo. Prosimy nie podawać danych kart ani haseł.', 'Необязательно. Пожалуйста, не указывайте данные карт и пароли.', 'Optional. Please leave out card numbers and passwords.'), maxLength: 2_000,
})

export const callBack = (atMost: number): Question => ({
  id: 'call-back', type: 'consent', title: say('Proszę o kontakt w tej sprawie.', 'Прошу связаться со мной по этому вопросу.', 'Please get in touch with me about this.'), condition: whenScore('<=', atMost),
})

export const define = (parts: Pick<SurveyDefinition, 'title' | 'questions'> & Partial<Pick<SurveyDefinition, 'intro' | 'thanks' | 'whatNext'>>): SurveyDefinition => ({
  languages: ['pl', 'ru', 'en'], defaultLanguage: 'pl', title: parts.title, intro: parts.intro ?? {}, questions: parts.questions,
  thanks: parts.thanks ?? say('Dziękujemy za opinię!', 'Спасибо за ваш отзыв!', 'Thank you for your feedback!'),
  whatNext: parts.whatNext ?? say('Każdą odpowiedź czyta ktoś z naszego zespołu. To, co się powtarza, zmieniamy w pierwszej kolejności.', 'Каждый ответ читает кто-то из нашей команды. То, что повторяется, мы исправляем в первую очередь.', 'Somebody in our team reads every answer. What comes up again and again, we mend first.'),
  reviewLinks: [],
})
