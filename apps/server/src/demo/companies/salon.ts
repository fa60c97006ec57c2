// A beauty salon with two chairs and a shelf of cosmetics.
import { call, customer, note, staff, type DemoCompany } from '../company.ts'
import { askSalon } from '../feedback/salon.ts'
import { liveSalon } from '../life/salon.ts'

export const salon: DemoCompany = {
  name: 'Salon Urody Mirabelka',
  admin: { name: 'Joanna Mirecka', email: 'joanna@mirabelka.example' },
  staff: [{ name: 'Kinga Sowa', email: 'kinga@mirabelka.example', role: 'agent' }],
  mailboxes: [{ name: 'Salon Mirabelka', address: 'kontakt@mirabelka.example' }],
  people: [
    { name: 'Agnieszka Wrona', address: 'agnieszka.wrona@poczta.example' }, { name: 'Magdalena Kępa', address: 'mkepa@poczta.example' }, { name: 'Ewa Żurawska', address: 'ewa.zurawska@firma.example' },
    { name: 'Natalia Lis', address: 'nat.lis@poczta.example' }, { name: 'Оксана Мельник', address: 'oksana.m@pochta.example' }, { name: 'Sophie Turner', address: 'sophie.turner@mail.example' },
    { name: 'Barbara Śliwa', address: 'bsliwa@poczta.example' }, { name: 'Paweł Gil', address: 'pawel.gil@poczta.example' },
  ],
  desk: {
    locations: ['Mirabelka Nowy Sącz'],
    charge: { managers: ['joanna@mirabelka.example'], regions: [] },
    teams: [{ name: 'Salon', manager: 'joanna@mirabelka.example', members: ['joanna@mirabelka.example', 'kinga@mirabelka.example'], location: 0, queues: ['after-sales', 'complaints'] }],
    mailboxQueues: [null],
    rules: [{ name: 'Reklamacje', words: ['reklamacja', 'uczulenie'], queue: 'complaints' }, { name: 'Faktury', words: ['faktura'], queue: 'accounting' }],
    reasons: [[/reklamacja/i, 'bad-service'], [/uczulenie/i, 'complaint'], [/faktura|bon/i, 'payment'], [/wizyty|zapis|запись|laser/i, 'appointment'], [/./, 'question']],
    tags: [{ name: 'Stała klientka', colour: 'teal' }, { name: 'Ślub', colour: 'pink', pattern: /bridal|ślub/i }],
    capacity: 40,
    tasks: [{ kind: 'call-back', title: 'Oddzwonić w sprawie uczulenia po hennie', owner: 'kinga@mirabelka.example', inHours: -1 }, { kind: 'task', title: 'Zamówić próbki koloryzacji', owner: 'joanna@mirabelka.example', inHours: 5, steps: [['Sprawdzić, czego brakuje na półce', true], ['Zamówić u dystrybutora', false]] }],
    canned: [
      { name: 'Podziękowanie i zamknięcie', shortcut: 'dzieki', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>dziękujemy za wiadomość. Sprawa jest załatwiona, a gdyby coś było niejasne, proszę po prostu odpisać.</p><p>Pozdrawiam<br>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Спасибо за сообщение. Вопрос решён; если что-то осталось неясным, просто ответьте на это письмо.</p><p>{{agent.name}}</p>', en: '<p>Hello {{customer.firstName}},</p><p>thank you for your message. This is settled; just reply if anything is unclear.</p><p>Best regards<br>{{agent.name}}</p>' },
      { name: 'Prosimy o numer zamówienia', shortcut: 'numer', pl: '<p>Dzień dobry,</p><p>żeby sprawdzić sprawę, potrzebujemy numeru zamówienia albo paragonu. Znajdzie go Pan/Pani w wiadomości z potwierdzeniem.</p>', ru: '<p>Здравствуйте!</p><p>Чтобы проверить, нам нужен номер заказа или чека. Он указан в письме с подтверждением.</p>', en: '<p>Hello,</p><p>to look into this we need your order or receipt number. You will find it in the confirmation.</p>' },
      { name: 'Reklamacja przyjęta', shortcut: 'reklamacja', pl: '<p>Dzień dobry {{customer.firstName}},</p><p>przyjęliśmy reklamację pod numerem {{ticket.number}}. Odpowiemy najpóźniej {{legal.lastDay}}.</p><p>{{agent.name}}</p>', ru: '<p>Здравствуйте, {{customer.firstName}}!</p><p>Рекламация принята под номером {{ticket.number}}. Мы ответим не позднее {{legal.lastDay}}.</p>', en: '<p>Hello {{customer.firstName}},</p><p>we have taken your complaint under number {{ticket.number}} and will answer by {{legal.lastDay}} at the latest.</p>' },
    ],
  },
  tickets: 48,
  customers: 260,
  languages: { pl: 88, ru: 7, en: 5 },
  live: liveSalon,
  asking: askSalon,
  stories: [
    { subject: 'Przełożenie wizyty z czwartku', language: 'pl', ends: 'closed', lines: [
      customer('Dzień dobry, mam umówioną koloryzację w czwartek na 17:00, ale niestety dziecko mi się rozchorowało. Czy da się przełożyć na przyszły tydzień, najlepiej po 16?\n\nPozdrawiam,\nAgnieszka'),
      staff('Dzień dobry Pani Agnieszko,\n\nzdrowia dla malucha! Mam wolny wtorek o 16:30 albo środę o 18:00. Który termin Pani zapisać?', 1),
      customer('Wtorek 16:30 będzie idealnie, dziękuję!', 3), staff('Zapisane. Do zobaczenia we wtorek o 16:30.', 0.3)] },
    { subject: 'uczulenie po hennie', language: 'pl', ends: 'open', lines: [
      customer('Witam, wczoraj robilam u panstwa henne i dzis mam cale powieki spuchniete i czerwone. Co mam robic?? Bardzo mnie swedzi.'),
      note('Zadzwonić! Kinga robiła, próbka uczuleniowa była 3 tyg. temu, wynik ok — sprawdzić kartę klientki.'),
      staff('Dzień dobry, bardzo nam przykro. Proszę przemyć powieki chłodną wodą, nie nakładać kosmetyków i jeszcze dziś pokazać się lekarzowi. Zadzwonimy do Pani w ciągu 15 minut, żeby ustalić, co dalej. Koszt wizyty lekarskiej pokryjemy.', 0.5),
      call('Zadzwoniłam: opuchlizna schodzi, klientka idzie dziś do lekarza. Zwrot za hennę i wizyta kontrolna u nas w piątek.', 0.3),
      customer('Dziękuję, byłam u lekarza, dostałam maść. Rachunek w załączniku nie chce się wgrać, wyślę jutro.', 20)] },
    { subject: 'Bon podarunkowy dla mamy', language: 'pl', ends: 'waiting', lines: [
      customer('Dzień dobry, chciałabym kupić bon za 300 zł dla mamy na urodziny. Czy mogę zapłacić przelewem i dostać bon mailem? Urodziny są w sobotę.'),
      staff('Dzień dobry, oczywiście! Numer konta: 00 1111 2222 3333 4444 5555 6666, w tytule proszę wpisać „bon dla mamy”. Bon wyślemy w dniu wpłaty.', 2)] },
    { subject: 'Price of bridal make-up', language: 'en', ends: 'waiting', lines: [
      customer('Hello! I am getting married in Kraków in June and I am looking for bridal make-up for me and two bridesmaids. Could you send me your prices, and do you come to the hotel?\n\nBest wishes,\nSophie'),
      staff('Dear Sophie,\n\ncongratulations! Bridal make-up with a trial is 650 PLN, bridesmaids 280 PLN each. We do come to hotels in the city centre (150 PLN). Which date is it?', 4)] },
    { subject: 'Запись на маникюр', language: 'ru', ends: 'closed', lines: [
      customer('Здравствуйте! Можно записаться на маникюр с покрытием на субботу утром? И сколько это стоит?\nОксана'),
      staff('Здравствуйте, Оксана! В субботу свободно в 9:30 и в 11:00. Маникюр с покрытием — 140 зл. На какое время вас записать?', 1.5),
      customer('На 11:00, спасибо!', 1), staff('Записали: суббота, 11:00. Ждём вас!', 0.2)] },
    { subject: 'Reklamacja - pasemka za jasne', language: 'pl', ends: 'closed', lines: [
      customer('Dzień dobry. Pasemka, które robiłam w piątek, są zdecydowanie jaśniejsze niż umawiałyśmy się ze stylistką. Zapłaciłam 420 zł i nie jestem zadowolona. Proszę o propozycję rozwiązania.'),
      note('Zdjęcie z wizyty: rzeczywiście o dwa tony jaśniej niż na karcie. Poprawka bez opłat.'),
      staff('Dzień dobry Pani Magdo, ma Pani rację, kolor odbiega od ustalonego. Zapraszamy na bezpłatne tonowanie w dogodnym terminie, przy okazji wykonamy zabieg odżywczy na nasz koszt.', 3),
      customer('Dziękuję za uczciwe podejście. Może być poniedziałek rano.', 5), staff('Poniedziałek 9:00, do zobaczenia.', 1)] },
    { subject: 'Czy pracujecie w niedzielę?', language: 'pl', ends: 'closed', lines: [customer('Czy salon jest czynny w najbliższą niedzielę handlową?'), staff('Dzień dobry, tak, w niedziele handlowe pracujemy 10:00–16:00.', 0.7)] },
    { subject: 'Faktura za wizytę 12.03', language: 'pl', ends: 'new', lines: [customer('Dzień dobry,\n\nproszę o fakturę za wizytę z 12 marca na firmę: Biuro Rachunkowe Żuraw, NIP 000-000-00-00.\n\nEwa Żurawska')] },
    { subject: 'Zapis na laser', language: 'pl', ends: 'new', lines: [customer('Hej, czy zapiszecie mnie na depilacje laserowa? ile sesji trzeba i jaki koszt calosci?')] },
  ],
}
