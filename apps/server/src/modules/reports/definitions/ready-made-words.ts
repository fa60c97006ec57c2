// What the ready-made reports are called.
import type { Locale } from '@kontuar/contracts'
import type { ReadyReport } from './ready-made.ts'

export const readyWords: Record<Locale, Record<ReadyReport, string>> = {
  pl: {
    'after-sales-weekly': 'Opinie po sprzedaży: tydzień', 'nps-monthly': 'NPS: miesiąc', 'stores-monthly': 'Porównanie lokalizacji: miesiąc', 'service-weekly': 'Obsługa: zadowolenie i\u00a0czas odpowiedzi, tydzień',
    'overdue-daily': 'Zgłoszenia po terminie: co dzień', 'diary-quality': 'Jakość wpisów w\u00a0dzienniku',
  },
  ru: {
    'after-sales-weekly': 'Отзывы после продажи: неделя', 'nps-monthly': 'NPS: месяц', 'stores-monthly': 'Сравнение точек: месяц', 'service-weekly': 'Обслуживание: удовлетворённость и\u00a0время ответа, неделя',
    'overdue-daily': 'Просроченные обращения: каждый день', 'diary-quality': 'Качество записей в\u00a0журнале',
  },
  en: {
    'after-sales-weekly': 'After sales, weekly', 'nps-monthly': 'NPS, monthly', 'stores-monthly': 'Stores compared, monthly', 'service-weekly': 'Service: satisfaction and response times, weekly',
    'overdue-daily': 'Overdue tickets, daily', 'diary-quality': 'Quality of diary entries',
  },
}
