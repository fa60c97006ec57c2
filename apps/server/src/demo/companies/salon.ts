// A beauty salon with two chairs and a shelf of cosmetics.
import { customer, note, staff, type DemoCompany } from '../company.ts'

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
  tickets: 48,
  stories: [
    { subject: 'Przełożenie wizyty z czwartku', language: 'pl', ends: 'closed', lines: [
      customer('Dzień dobry, mam umówioną koloryzację w czwartek na 17:00, ale niestety dziecko mi się rozchorowało. Czy da się przełożyć na przyszły tydzień, najlepiej po 16?\n\nPozdrawiam,\nAgnieszka'),
      staff('Dzień dobry Pani Agnieszko,\n\nzdrowia dla malucha! Mam wolny wtorek o 16:30 albo środę o 18:00. Który termin Pani zapisać?', 1),
      customer('Wtorek 16:30 będzie idealnie, dziękuję!', 3), staff('Zapisane. Do zobaczenia we wtorek o 16:30.', 0.3)] },
    { subject: 'uczulenie po hennie', language: 'pl', ends: 'open', lines: [
      customer('Witam, wczoraj robilam u panstwa henne i dzis mam cale powieki spuchniete i czerwone. Co mam robic?? Bardzo mnie swedzi.'),
      note('Zadzwonić! Kinga robiła, próbka uczuleniowa była 3 tyg. temu, wynik ok — sprawdzić kartę klientki.'),
      staff('Dzień dobry, bardzo nam przykro. Proszę przemyć powieki chłodną wodą, nie nakładać kosmetyków i jeszcze dziś pokazać się lekarzowi. Zadzwonimy do Pani w ciągu 15 minut, żeby ustalić, co dalej. Koszt wizyty lekarskiej pokryjemy.', 0.5),
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
