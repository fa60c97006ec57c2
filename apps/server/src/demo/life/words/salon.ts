// Guests of a beauty salon.
import { letter, told, type Words } from './words.ts'

export const salonWords: Words = {
  letters: {
    appointment: {
      pl: [letter('Termin na koloryzację', 'czy jest wolny termin na koloryzację w przyszłym tygodniu, najlepiej po 16?'), letter('Zapis na manicure', 'chciałabym zapisać się na manicure hybrydowy u pani Kingi. Pasuje mi czwartek albo piątek.'), letter('Strzyżenie', 'czy znajdzie się miejsce na strzyżenie w sobotę rano?'), letter('henna i regulacja', 'czesc, jest cos wolnego na henne w tym tygodniu?'), letter('Wizyta dla dwóch osób', 'chciałybyśmy przyjść z siostrą razem na paznokcie. Da się w jednym terminie?')],
      ru: [letter('Запись на стрижку', 'можно записаться на стрижку на субботу?'), letter('Маникюр', 'есть свободное время на маникюр в пятницу вечером?')], en: [letter('Appointment for a haircut', 'do you have anything free on Saturday morning?')],
    },
    question: {
      pl: [letter('Cena keratyny', 'ile kosztuje keratynowe prostowanie przy włosach do ramion?'), letter('Czy można przyjść z psem?', 'mam małego, spokojnego psa. Czy mogę z nim przyjść na wizytę?'), letter('Bon podarunkowy', 'jak długo ważny jest bon i czy można go wykorzystać na kosmetyki?')],
      ru: [letter('Цена окрашивания', 'сколько стоит окрашивание на длинные волосы?')], en: [letter('Price list', 'could you send me your prices for colouring?')],
    },
    'order-change': { pl: [letter('Zmiana terminu', 'niestety muszę przełożyć wizytę z czwartku. Czy można na następny tydzień?'), letter('odwolanie wizyty', 'musze odwolac jutrzejsza wizyte, przepraszam, dziecko chore')], ru: [letter('Перенос визита', 'можно перенести визит на другой день?')], en: [letter('Moving my appointment', 'can I come on Friday instead?')] },
    praise: { pl: [letter('Dziękuję!', 'włosy wyglądają przepięknie, wszyscy pytają, gdzie byłam. Dziękuję, pani Joanno!'), letter('Cudowny kolor', 'kolor wyszedł idealnie, jestem zachwycona.')], ru: [letter('Спасибо', 'очень довольна стрижкой, спасибо!')], en: [letter('Lovely', 'my hair looks wonderful, thank you so much!')] },
    complaint: { pl: [letter('Lakier odpryskuje', 'manicure sprzed czterech dni już odpryskuje. Trochę mi przykro, bo zawsze było dobrze.')], ru: [letter('Лак скололся', 'через три дня лак скололся, можно поправить?')], en: [letter('Colour faded', 'the colour faded after two washes.')] },
  },
  told: {
    appointment: [told('Zapis na koloryzację.', 'Czwartek 16:30.'), told('Zapis na manicure hybrydowy.', 'Piątek 10:00.'), told('Zapis na strzyżenie męskie.', 'Sobota 9:30.'), told('Zapis na hennę z regulacją.', 'Środa 12:00.'), told('Makijaż okolicznościowy przed weselem.', 'Sobota 11:00, zadatek 50 zł.')],
    question: [told('Pyta o cenę keratyny.', 'Od 380 zł, zależnie od długości.'), told('Pyta, czy robimy zabiegi w ciąży.', 'Podano, które tak.'), told('Pyta o bon podarunkowy.', 'Kupiła bon za 200 zł.')],
    'order-change': [told('Przekłada wizytę.', 'Przełożono o tydzień.'), told('Odwołuje wizytę.', 'Odwołano, wróci w przyszłym miesiącu.')],
    praise: [told('Dzwoni podziękować za fryzurę ślubną.', 'Podziękowano.')],
    complaint: [told('Odprysk lakieru po czterech dniach.', 'Poprawka bez opłat jutro.')],
    payment: [told('Prosi o fakturę za wizytę.', 'Wystawiono i wysłano.')],
  },
  answers: { any: { pl: ['Dzień dobry,\n\nzapisane. Do zobaczenia!', 'Dzień dobry!\n\nMamy wolne w czwartek o 16:30 i w piątek o 10:00. Który termin zapisać?', 'Dzień dobry,\n\ncennik jest na naszej stronie, a dokładną cenę podamy po obejrzeniu włosów. Zapraszamy.'], ru: ['Здравствуйте!\n\nЗаписали вас, ждём!'], en: ['Hello,\n\nyou are booked. See you soon!'] } },
}
