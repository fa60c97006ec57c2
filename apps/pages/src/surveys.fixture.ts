// Surveys for the tests and the photographs of the pages: one question of every type, in languages of both directions.
import { surveyTemplates, type Question, type SurveyDefinition } from '@kontuar/survey'
import type { Look } from './look/look.ts'

export const look: Look = { colour: '#0b6e6e', logo: null, name: 'Salon Anna' }

const texts = (pl: string, ru: string, en: string, ar: string) => ({ pl, ru, en, ar })
const option = (id: string, pl: string, ru: string, en: string, ar: string) => ({ id, label: texts(pl, ru, en, ar) })

export const everyQuestion: Question[] = [
  { id: 'nps', type: 'nps', required: true, title: texts('Czy poleci nas Pani lub Pan znajomym?', 'Порекомендуете ли вы нас знакомым?', 'How likely are you to recommend us to a friend?', 'ما مدى احتمال أن توصوا بنا أصدقاءكم؟') },
  { id: 'csat', type: 'csat', points: 5, title: texts('Jak ocenia Pani lub Pan wizytę?', 'Как вы оцениваете визит?', 'How satisfied are you with your visit?', 'ما مدى رضاكم عن زيارتكم؟') },
  { id: 'ten', type: 'csat', points: 10, title: texts('Ocena ogólna', 'Общая оценка', 'Overall rating', 'التقييم العام') },
  { id: 'ces', type: 'ces', points: 7, title: texts('Czy łatwo było załatwić sprawę?', 'Легко ли было решить вопрос?', 'How easy was it to get this done?', 'ما مدى سهولة إنجاز الأمر؟'), help: texts('Chodzi o wszystkie rozmowy w tej sprawie.', 'Речь обо всех разговорах по этому вопросу.', 'Think of all the conversations about it.', 'نقصد جميع المحادثات بهذا الشأن.') },
  { id: 'stars', type: 'stars', title: texts('Ile gwiazdek za czystość?', 'Сколько звёзд за чистоту?', 'How many stars for cleanliness?', 'كم نجمة للنظافة؟') },
  { id: 'faces', type: 'faces', points: 5, title: texts('Jakie wrażenie zostało po wizycie?', 'Какое впечатление осталось?', 'How do you feel about it?', 'ما انطباعكم بعد الزيارة؟') },
  { id: 'faces3', type: 'faces', points: 3, title: texts('A poczekalnia?', 'А зал ожидания?', 'And the waiting room?', 'وماذا عن غرفة الانتظار؟') },
  { id: 'single', type: 'single', other: true, title: texts('Skąd Państwo nas znają?', 'Откуда вы о нас узнали?', 'How did you hear about us?', 'كيف عرفتم عنا؟'), options: [option('friends', 'Od znajomych', 'От знакомых', 'From friends', 'من الأصدقاء'), option('street', 'Z ulicy', 'С улицы', 'Passing by', 'من الشارع'), option('web', 'Z internetu', 'Из интернета', 'On the web', 'من الإنترنت')] },
  { id: 'reasons', type: 'reasons', other: true, title: texts('Co możemy zrobić lepiej?', 'Что нам улучшить?', 'What could we do better?', 'ما الذي يمكننا تحسينه؟'), options: [option('wait', 'Krótszy czas oczekiwania', 'Меньше ждать', 'Shorter waiting', 'انتظار أقصر'), option('care', 'Uważniejsza obsługa', 'Внимательнее обслуживать', 'More attentive service', 'عناية أكبر'), option('price', 'Jaśniejsze ceny', 'Понятнее цены', 'Clearer prices', 'أسعار أوضح')] },
  {
    id: 'matrix', type: 'matrix', title: texts('Jak wypadły poszczególne rzeczy?', 'Как всё прошло по отдельности?', 'How did each part go?', 'كيف كان كل جانب؟'),
    rows: [option('booking', 'Umawianie wizyty', 'Запись на визит', 'Booking', 'حجز الموعد'), option('welcome', 'Powitanie', 'Встреча', 'Welcome', 'الاستقبال'), option('result', 'Efekt', 'Результат', 'Result', 'النتيجة')],
    options: [option('bad', 'Źle', 'Плохо', 'Poor', 'سيئ'), option('fair', 'Przeciętnie', 'Средне', 'Fair', 'متوسط'), option('good', 'Dobrze', 'Хорошо', 'Good', 'جيد'), option('great', 'Bardzo dobrze', 'Очень хорошо', 'Great', 'ممتاز')],
  },
  { id: 'text', type: 'text', maxLength: 1000, title: texts('Co jeszcze warto nam powiedzieć?', 'Что ещё вы хотели бы сказать?', 'Anything else we should know?', 'هل من شيء آخر تودون إخبارنا به؟') },
  { id: 'file', type: 'file', title: texts('Zdjęcie, jeśli pomoże', 'Фотография, если поможет', 'A photo, if it helps', 'صورة إن كانت مفيدة') },
  { id: 'consent', type: 'consent', title: texts('Zgadzam się, aby Salon Anna zadzwonił do mnie w sprawie tej odpowiedzi. Zgodę mogę w każdej chwili wycofać.', 'Я согласен, чтобы Salon Anna позвонил мне по поводу этого ответа. Согласие можно отозвать в любой момент.', 'I agree that Salon Anna may call me about this answer. I can withdraw this consent at any time.', 'أوافق على أن يتصل بي Salon Anna بشأن هذه الإجابة. يمكنني سحب موافقتي في أي وقت.') },
]

export const every: SurveyDefinition = {
  languages: ['pl', 'ru', 'en', 'ar'], defaultLanguage: 'pl',
  title: texts('Po wizycie', 'После визита', 'After your visit', 'بعد زيارتكم'),
  intro: texts('Chcemy wiedzieć, jak było, żeby następnym razem było lepiej.', 'Мы хотим знать, как всё прошло, чтобы в следующий раз было лучше.', 'We would like to know how it went, so that it goes better next time.', 'نود أن نعرف كيف كانت الزيارة لتكون أفضل في المرة القادمة.'),
  questions: everyQuestion,
  thanks: texts('Dziękujemy za opinię. Czytamy każdą z nich.', 'Спасибо за мнение. Мы читаем каждое.', 'Thank you for your opinion. We read every one.', 'شكرًا لرأيكم. نقرأ كل رأي.'),
  whatNext: texts('Kierowniczka salonu przeczyta odpowiedź jeszcze dziś.', 'Управляющая прочтёт ответ ещё сегодня.', 'The manager of the salon reads the answer today.', 'ستقرأ مديرة الصالون الإجابة اليوم.'),
  reviewLinks: [{ label: texts('Mapy Google', 'Google Карты', 'Google Maps', 'خرائط Google'), url: 'https://maps.example/salon-anna' }],
}

/** One of the fixture's questions alone. */
export const only = (question: Question): SurveyDefinition => ({ ...every, questions: [question] })

/** The longest of what there is: each question alone, all together, every ready-made survey. */
export const all: readonly (readonly [name: string, definition: SurveyDefinition])[] = [
  ...everyQuestion.map((question) => [question.id, only(question)] as const), ['every question', every] as const,
  ...surveyTemplates.map((template) => [template.key, template.definition] as const),
]
