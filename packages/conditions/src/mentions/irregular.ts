// Words whose forms follow no rule, and those that have none. Folded; the first of each line is looked for, all of them are found.
const listed = (lines: string): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const line of lines.trim().split('\n')) {
    const forms = line.trim().split(' ')
    // "ludzie" is looked for as well as "człowiek": the words before the bar are one another's.
    const bar = forms.indexOf('|')
    const all = forms.filter((form) => form !== '|')
    for (const name of forms.slice(0, bar < 0 ? 1 : bar)) found.set(name, all)
  }
  return found
}

export const irregularPolish: ReadonlyMap<string, string[]> = listed(`
  czlowiek ludzie | czlowieka czlowiekowi czlowiekiem czlowieku ludzi ludziom ludzmi ludziach
  dziecko dzieci | dziecka dziecku dzieckiem dzieciom dziecmi dzieciach
  pies psy | psa psu psem psie psow psom psami psach
  dzien dni | dnia dniowi dniem dniu dnie dniom dniami dniach
  tydzien tygodnie | tygodnia tygodniowi tygodniem tygodniu tygodni tygodniom tygodniami tygodniach
  rok lata | roku rokiem rokowi lat latom latami latach
  pieniadz pieniadze | pieniadza pieniadzu pieniadzem pieniedzy pieniadzom pieniedzmi pieniadzach
  reka rece | reki reke rak rekom rekami rekach reku
  oko oczy | oka oku okiem oczu oczom oczami oczach
  ucho uszy | ucha uchu uchem uszu uszom uszami uszach
  blad bledy | bledu bledowi bledem bledzie bledow bledom bledami bledach
  urzad urzedy | urzedu urzedowi urzedem urzedzie urzedow urzedom urzedami urzedach
  rzad rzady | rzadu rzadowi rzadem rzadzie rzadow rzadom rzadami rzadach
  zab zeby | zeba zebowi zebem zebie zebow zebom zebami zebach
  maz mezowie | meza mezowi mezem mezu mezow mezom mezami mezach
  sasiad sasiedzi | sasiada sasiadowi sasiadem sasiedzie sasiadow sasiadom sasiadami sasiadach
  przyjaciel przyjaciele | przyjaciela przyjacielowi przyjacielem przyjacielu przyjaciol przyjaciolom przyjaciolmi przyjaciolach
  wies wsie | wsi wsia wsiom wsiami wsiach
  imie imiona | imienia imieniu imieniem imion imionom imionami imionach
  swieto swieta | swietu swietem swiecie swiat swietom swietami swietach
  sad | sadu sadowi sadem sadzie sady sadow sadom sadami sadach
  isc | ide idziesz idzie idziemy idziecie ida szedl szla szlo szli szly szedlem szlam idz idzcie
  przyjsc | przyjde przyjdziesz przyjdzie przyjdziemy przyjdziecie przyjda przyszedl przyszla przyszlo przyszli przyszly przyszedlem przyszlam przyjdz przyjdzcie
  wyjsc | wyjde wyjdziesz wyjdzie wyjdziemy wyjdziecie wyjda wyszedl wyszla wyszlo wyszli wyszly wyszedlem wyszlam wyjdz wyjdzcie
  odejsc | odejde odejdziesz odejdzie odejdziemy odejdziecie odejda odszedl odeszla odeszlo odeszli odeszly odszedlem odeszlam
  znalezc | znajde znajdziesz znajdzie znajdziemy znajdziecie znajda znalazl znalazla znalazlo znalezli znalazly znalazlem znalazlam znaleziony znaleziona znalezione
  ukrasc | ukradne ukradniesz ukradnie ukradniemy ukradna ukradl ukradla ukradlo ukradli ukradly ukradlem ukradlam ukradziony ukradziona ukradzione
  wziac | wezme wezmiesz wezmie wezmiemy wezmiecie wezma wzial wziela wzielo wzieli wziely wzialem wzielam wez wezcie wziety wzieta wziete
  chciec | chce chcesz chcemy chcecie chca chcial chciala chcialo chcieli chcialy chcialem chcialam chcialbym chcialabym chcielibysmy chciany
  powiedziec | powiem powiesz powie powiemy powiecie powiedza powiedzial powiedziala powiedzialo powiedzieli powiedzialy powiedzialem powiedzialam powiedz powiedziany powiedziano
  wypowiedziec | wypowiem wypowiesz wypowie wypowiemy wypowiecie wypowiedza wypowiedzial wypowiedziala wypowiedzieli wypowiedzialy wypowiedzialem wypowiedzialam wypowiedz wypowiedziany wypowiedziana
  media | mediow mediom mediami mediach
  dac | dam dasz da damy dacie dadza dal dala dalo dali daly dalem dalam daj dajcie dany dana dane
  byc | jestem jestes jest jestesmy jestescie sa byl byla bylo byli byly bylem bylam bede bedziesz bedzie bedziemy bedziecie beda badz
`)

export const irregularRussian: ReadonlyMap<string, string[]> = listed(`
  человек люди | человека человеку человеком человеке людей людям людьми людях
  ребенок дети | ребенка ребенку ребенком ребенке детей детям детьми детях
  день дни | дня дню днем дне дней дням днями днях
  время времена | времени временем времен временам временами временах
  имя имена | имени именем имен именам именами именах
  деньги | денег деньгам деньгами деньгах
  мать матери | матерью матерей матерям матерями матерях
  дочь дочери | дочерью дочерей дочерям дочерями дочерях
  друг друзья | друга другу другом друге друзей друзьям друзьями друзьях
  брат братья | брата брату братом брате братьев братьям братьями братьях
  стул стулья | стула стулу стулом стуле стульев стульям стульями стульях
  суд | суда суду судом суде суды судов судам судами судах
  год года | году годом годе годы годов лет годам годами годах
  счет счета | счету счетом счете счетов счетам счетами счетах
  хотеть | хочу хочешь хочет хотим хотите хотят хотел хотела хотело хотели
  идти | иду идешь идет идем идете идут шел шла шло шли иди идите
  прийти | приду придешь придет придем придете придут пришел пришла пришло пришли приди придите
  уйти | уйду уйдешь уйдет уйдем уйдете уйдут ушел ушла ушло ушли уйди уйдите
  найти | найду найдешь найдет найдем найдете найдут нашел нашла нашло нашли найди найдите найден найдена найдено найдены
  дать | дам дашь даст дадим дадите дадут дал дала дало дали дай дайте дан дана дано даны
  ждать | жду ждешь ждет ждем ждете ждут ждал ждала ждало ждали жди ждите
  врать | вру врешь врет врем врете врут врал врала врало врали ври врите
  украсть | украду украдешь украдет украдем украдете украдут украл украла украло украли украден украдена украдено украдены
  быть | был была было были буду будешь будет будем будете будут есть
  помочь | помогу поможешь поможет поможем поможете помогут помог помогла помогло помогли помоги помогите
`)

export const irregularEnglish: ReadonlyMap<string, string[]> = listed(`
  person people
  child children
  man men
  woman women
  tooth teeth
  foot feet
  begin began begun
  bite bit bitten
  blow blew blown
  break broke broken
  build built
  burn burnt
  cost
  buy bought
  bring brought
  catch caught
  choose chose chosen
  come came
  deal dealt
  do does did done doing
  draw drew drawn
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feel felt
  fight fought
  find found
  fly flew flown
  forget forgot forgotten
  freeze froze frozen
  get got gotten
  give gave given
  go goes went gone
  have has had having
  hear heard
  hide hid hidden
  hold held
  hurt
  know knew known
  keep kept
  lead led
  leave left leaving
  lend lent
  lie lay lain
  lose lost
  make made
  mean meant
  meet met
  mislead misled
  pay paid
  put
  queue queueing
  say said
  read
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran
  see saw seen
  sell sold
  send sent
  shake shook shaken
  show shown
  sink sank sunk
  sleep slept
  speak spoke spoken
  spend spent
  stand stood
  steal stole stolen
  sue
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  understand understood
  wake woke woken
  wear wore worn
  win won
  withdraw withdrew withdrawn
  write wrote written
  swear swore sworn
`)

/** Words that join others, and those that look like a form of something else and hardly ever are ("prawie" is "almost"). */
export const unchanging: ReadonlySet<string> = new Set((
  'nie bez dla pod nad przed przez przy jak juz ale czy lub oraz ani albo gdy gdzie kiedy tak tez tylko bardzo prawie wcale moze jest niz aby zeby jesli wiec '
  + 'для при без над под про как что или уже еще все так там тут где нет даже если чтобы тоже почти очень только между через после перед '
  + 'the and not for with from you are was were this that have has had will can all any out off too very just about').split(' '))
