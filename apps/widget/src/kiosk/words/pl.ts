import type { KioskWords } from './words.ts'

export const pl: KioskWords = {
  begin: 'Zaczynamy',
  skip: 'Pomiń',
  stillThere: 'Za chwilę zaczniemy od nowa. Wystarczy dotknąć ekranu, aby odpowiadać dalej.',
  offline: 'Brak sieci. Odpowiedzi, które czekają na wysłanie: {n}',
  retired: { title: 'Ten adres kiosku już nie działa', text: 'Proszę otworzyć na tym urządzeniu nowy adres kiosku z ustawień.' },
  held: 'Odpowiedzi, które czekają na tym urządzeniu: {n}. Zostaną wysłane, gdy kiosk znów będzie włączony albo zostanie tu otwarty jego nowy adres.',
  forget: 'Usuń te odpowiedzi',
  forgetSure: 'Usuń na zawsze: jeszcze jedno dotknięcie',
  needsScript: 'Kiosk działa tylko z włączonym JavaScriptem. Proszę włączyć go w ustawieniach przeglądarki.',
}
