// First words of a new question, as customers read them; whoever builds the survey changes them. Recommendation is in the
// published wording (Reichheld, Harvard Business Review 12/2003), since figures are only comparable with it.
import type { QuestionType, Texts } from '@kontuar/survey'

export const readyTitles: Partial<Record<QuestionType, Texts>> = {
  nps: {
    pl: 'Na ile prawdopodobne jest, że polecą nas Państwo znajomym lub współpracownikom?',
    en: 'How likely are you to recommend us to a friend or colleague?',
    ru: 'Насколько вероятно, что вы порекомендуете нас друзьям или коллегам?',
  },
  csat: { pl: 'Jak oceniają Państwo naszą obsługę?', en: 'How satisfied are you with our service?', ru: 'Насколько вы довольны обслуживанием?' },
  ces: { pl: 'Jak łatwo było załatwić sprawę?', en: 'How easy was it to get your matter handled?', ru: 'Насколько легко было решить ваш вопрос?' },
  stars: { pl: 'Ile gwiazdek nam Państwo przyznają?', en: 'How many stars do you give us?', ru: 'Сколько звёзд вы нам поставите?' },
  faces: { pl: 'Jak było?', en: 'How was it?', ru: 'Как всё прошло?' },
  reasons: { pl: 'Co poszło nie tak?', en: 'What went wrong?', ru: 'Что было не так?' },
  text: { pl: 'Co możemy zrobić lepiej?', en: 'What could we do better?', ru: 'Что мы можем сделать лучше?' },
  file: { pl: 'Można dołączyć zdjęcie lub dokument', en: 'You can add a photo or a document', ru: 'Можно приложить фото или документ' },
  consent: { pl: 'Można się ze mną skontaktować w sprawie tej odpowiedzi.', en: 'You may contact me about this answer.', ru: 'Со мной можно связаться по поводу этого ответа.' },
}
