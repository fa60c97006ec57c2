// Guards that cells of other tools become what they meant, or a sentence; that no date is guessed; and that columns are found by their names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { readHeadings } from '../formats/read-headings.ts'
import { wide } from '../importing.fixture.ts'
import { readRows } from '../table/read-rows.ts'
import { findSeparator } from '../table/read-table.ts'
import { resolveColumns, suggestColumns } from './columns.ts'
import { answerReader, isRefusedRow } from './read-answers.ts'
import { cellReader } from './read-cell.ts'
import { orderOf, readTime, type DayOrder } from './read-time.ts'
import { tellable } from './refused-lines.ts'

describe('a time', () => {
  const read = (cell: string, order: DayOrder | null = null) => {
    const found = readTime(cell, { order, timeZone: 'Europe/Warsaw' })
    return 'at' in found ? found.at.toISOString().replace('.000Z', 'Z') : found.problem
  }
  test.each<[string, string, DayOrder | null]>([
    ['2026-03-14 15:09:26', '2026-03-14T14:09:26Z', null], ['2026-03-14T15:09', '2026-03-14T14:09:00Z', null], ['2026-07-14', '2026-07-13T22:00:00Z', null], ['2026/3/4 9:05', '2026-03-04T08:05:00Z', null], ['2026-03-14T15:09:26.123Z', '2026-03-14T15:09:26Z', null],
    ['2026-03-14T15:09:26+05:30', '2026-03-14T09:39:26Z', null], ['2024/03/14 2:05:09 PM GMT+1', '2024-03-14T13:05:09Z', null], ['2026-03-14 15:09 UTC', '2026-03-14T15:09:00Z', null], ['2026-03-14 15:09:26 -0800', '2026-03-14T23:09:26Z', null],
    ['14.03.2026', '2026-03-13T23:00:00Z', null], ['3.4.2026 8:00', '2026-04-03T06:00:00Z', null], ['03.04.26, 08:00', '2026-04-03T06:00:00Z', null], ['14.03.2026', '2026-03-13T23:00:00Z', 'month-first'],
    ['03/04/2026 8:00', '2026-04-03T06:00:00Z', 'day-first'], ['03/04/2026 8:00', '2026-03-04T07:00:00Z', 'month-first'], ['3-4-26', '2026-04-02T22:00:00Z', 'day-first'], ['3/14/2026 12:05 AM', '2026-03-13T23:05:00Z', 'month-first'], ['3/14/2026 12:05 p.m.', '2026-03-14T11:05:00Z', 'month-first'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00Z', null], [' 2026-03-14 ', '2026-03-13T23:00:00Z', null],
  ])('%j is %s', (cell, at, order) => {
    expect(read(cell, order)).toBe(at)
  })
  test.each<[string, DayOrder | null, RegExp]>([
    ['', null, /no time/], ['03/04/2026', null, /say which/], ['14/03/2026', 'month-first', /exists/], ['03/14/2026', 'day-first', /exists/], ['30.02.2026', null, /exists/], ['2026-13-01', null, /exists/], ['2026-03-14 25:00', null, /exists/], ['2026-03-14 13:00 PM', null, /is no time/],
    ['yesterday', null, /is no time/], ['45365.5', null, /is no time/], ['1770000000', null, /is no time/], ['0001-01-01', null, /too long ago/], ['2026-03-14 10:00 Mars', null, /is no time/], ['2026-03-14\n2026-03-15', null, /is no time/], ['2026-03-14 10:00 +99:00', null, /exists/],
  ])('%j (%s) is refused', (cell, order, sentence) => {
    expect(read(cell, order)).toMatch(sentence)
  })
  test.each<[string[], string]>([
    [['2026-01-02', '3.4.2026', ''], 'plain'], [['1/2/2026', '13/2/2026'], 'day-first'], [['1/2/2026', '2/28/26'], 'month-first'], [['1/2/2026', '3/4/2026'], 'ambiguous'], [['13/2/2026', '2/13/2026'], 'mixed'], [['nonsense'], 'plain'],
  ])('of a column %j is %s', (cells, order) => {
    expect(orderOf(cells)).toBe(order)
  })
  test('of any text is read or told, never worse, and quickly', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '2', '0', '/', '.', '-', ':', ' ', 'T', 'P', 'M', '+', 'Z'), maxLength: 40 }), (cell) => {
      const found = readTime(cell, { order: 'day-first', timeZone: 'Europe/Warsaw' })
      expect('at' in found ? Number.isFinite(found.at.getTime()) : found.problem.endsWith('.')).toBe(true)
    }))
  })
})

describe('a cell', () => {
  const read = (id: string, cell: string, part: string | null = null) => cellReader(wide, wide.questions.find((q) => q.id === id)!, part)(cell)
  test.each<[string, string, object]>([
    ['nps', '9', { value: 9 }], ['nps', '0', { value: 0 }], ['nps', '9 - bardzo chętnie', { value: 9 }], ['nps', '10 – Extremely likely', { value: 10 }], ['nps', '9.0', { value: 9 }], ['nps', '9,0', { value: 9 }], ['nps', '9 (promoter)', { value: 9 }], ['nps', '9/10', { value: 9 }], ['nps', '9 z 10', { value: 9 }], ['nps', '9: świetnie', { value: 9 }],
    ['csat', 'Bardzo dobrze', { value: 5 }], ['csat', 'bardzo  ŹLE', { value: 1 }], ['csat', 'Very satisfied', { value: 5 }], ['csat', 'хорошо', { value: 4 }], ['csat', '★★★★☆', { value: 4 }], ['csat', '4 out of 5', { value: 4 }],
    ['shop', 'w sieci', { value: 'net' }], ['shop', 'ONLINE', { value: 'net' }], ['shop', 'town', { value: 'town' }], ['shop', 'w miescie', { value: 'town' }],
    ['why', 'Cena', { value: ['price'] }], ['why', 'Cena;Obsługa', { value: ['price', 'staff'] }], ['why', 'Długie czekanie, kolejka, Цена', { value: ['wait', 'price'] }], ['why', 'Price, zgubili paczkę', { value: ['price'], other: 'zgubili paczkę' }], ['why', 'coś innego', { other: 'coś innego' }],
    ['agree', 'Tak', { value: true }], ['agree', 'нет', { value: false }], ['agree', 'FALSE', { value: false }], ['text', ' = 1+1 ', { value: ' = 1+1 ' }],
  ])('of %s: %j is %j', (id, cell, value) => {
    expect(read(id, cell)).toEqual(value)
  })
  test.each<[string, string, RegExp]>([
    ['nps', '11', /not on the scale from 0 to 10/], ['nps', '-1', /not on the scale/], ['nps', '8.5', /no point/], ['nps', '8,5', /no point/], ['nps', 'n/a', /no point/], ['nps', '9000000000', /no point/], ['nps', '9a', /no point/], ['nps', '9-10', /no point/], ['nps', '9:05', /no point/], ['nps', '9.03.2026', /no point/], ['nps', '9 10', /no point/], ['nps', '٩', /no point/], ['csat', '0', /not on the scale from 1 to 5/], ['csat', '4/10', /scale to 10/], ['csat', '★★★★★★', /not on the scale/],
    ['shop', 'Na Księżycu', /none of the options/], ['agree', 'maybe', /neither yes nor no/], ['agree', '', /neither/],
  ])('of %s: %j is refused', (id, cell, sentence) => {
    const found = read(id, cell)
    expect('problem' in found && found.problem).toMatch(sentence)
  })
  test('of an option or a row that has a column of its own', () => {
    expect(read('why', 'x', 'price')).toEqual({ value: ['price'] })
    expect(read('why', 'Cena', 'price')).toEqual({ value: ['price'] })
    expect(read('why', 'nie', 'price')).toEqual({})
    expect(read('why', 'Obsługa', 'price')).toHaveProperty('problem')
    expect(read('why', 'kot', 'other')).toEqual({ other: 'kot' })
    expect(read('parts', 'good', 'speed')).toEqual({ value: { speed: 'good' } })
    expect(read('parts', 'Średnio', 'speed')).toHaveProperty('problem')
  })
  test('whose label two options share when folded means neither', () => {
    const options = [{ id: 'young', label: { pl: '< 18' } }, { id: 'old', label: { pl: '> 18' } }]
    const reader = cellReader(wide, { id: 'age', type: 'single', title: { pl: 'Wiek' }, options }, null)
    expect([reader('< 18'), reader('> 18'), reader('18')]).toEqual([{ value: 'young' }, { value: 'old' }, expect.objectContaining({ problem: expect.any(String) })])
  })
})

const headed = (text: string) => readHeadings([...readRows(text, findSeparator(text))])
const suggested = (text: string) => {
  const found = headed(text)
  return { format: found.format, rows: found.rows.length, columns: Object.fromEntries(suggestColumns(found.headings, wide).flatMap((target, i) => (target === null ? [] : [[target, found.headings[i]!.name]]))) }
}

describe('the columns of an export', () => {
  test.each<[string, string, object]>([
    ['Google Forms', 'Sygnatura czasowa,Adres e-mail,Jak oceniasz obsługę?,Oceń [Czystość],Oceń [Szybkość],Co jeszcze?\n2026/03/14 2:05:09 PM GMT+1,a@b.example,5,Dobrze,Źle,x',
      { format: 'google-forms', rows: 1, columns: { at: 'Sygnatura czasowa', email: 'Adres e-mail', 'q:csat': 'Jak oceniasz obsługę?', 'q:parts:clean': 'Oceń [Czystość]', 'q:parts:speed': 'Oceń [Szybkość]', 'q:text': 'Co jeszcze?' } }],
    ['Microsoft Forms', 'ID;Start time;Completion time;Email;Name;How likely are you to recommend us?;What went wrong?\n1;3/14/24 14:05:09;3/14/24 14:06:09;anonymous;;9;Price;',
      { format: 'microsoft-forms', rows: 1, columns: { at: 'Completion time', email: 'Email', name: 'Name', 'q:nps': 'How likely are you to recommend us?', 'q:why': 'What went wrong?' } }],
    ['SurveyMonkey', 'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?,What went wrong?,,,Anything else?\n,,,,,,,,,,Waiting,Price,Staff,Open-Ended Response\n10045001533,1,03/14/2026 02:05:09 PM,03/14/2026 02:06:09 PM,1.2.3.4,a@b.example,Anna,Nowak,,9,,Price,Staff,ok\n',
      { format: 'surveymonkey', rows: 1, columns: { id: 'Respondent ID', at: 'End Date', email: 'Email Address', firstName: 'First Name', lastName: 'Last Name', 'q:nps': 'How likely are you to recommend us?', 'q:why:wait': 'What went wrong? — Waiting', 'q:why:price': 'What went wrong? — Price', 'q:why:staff': 'What went wrong? — Staff', 'q:text': 'Anything else?' } }],
    ['SurveyMonkey today', 'Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,How likely are you to recommend us?\n,,,,,,Response\n10045001533,1,03/14/2026 02:05:09 PM,03/14/2026 02:06:09 PM,1.2.3.4,a@b.example,9\n',
      { format: 'surveymonkey', rows: 1, columns: { id: 'Respondent ID', at: 'Date Modified', email: 'Email Address', 'q:nps': 'How likely are you to recommend us?' } }],
    ['Typeform', '#,How likely are you to recommend us?,Anything else?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags\nk1l2m3n4,9,ok,completed,2026-03-14 15:00:00,,2026-03-14 15:09:26,abc,',
      { format: 'typeform', rows: 1, columns: { id: '#', at: 'Submit Date (UTC)', 'q:nps': 'How likely are you to recommend us?', 'q:text': 'Anything else?' } }],
    ['Qualtrics', 'StartDate,EndDate,Status,ResponseId,RecipientEmail,RecordedDate,UserLanguage,Q1,Q2\nStart Date,End Date,Response Type,Response ID,Recipient Email,Recorded Date,User Language,How likely are you to recommend us?,Anything else?\n"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}",x,x,x,x,x,"{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"\n2026-03-14 15:00:00,2026-03-14 15:09:26,0,R_1a2b3c,a@b.example,2026-03-14 15:09:27,PL,9,ok',
      { format: 'qualtrics', rows: 1, columns: { id: 'Response ID', at: 'Recorded Date', email: 'Recipient Email', language: 'User Language', 'q:nps': 'How likely are you to recommend us?', 'q:text': 'Anything else?' } }],
    ['Delighted', 'Name,Email,Score,Comment,Survey Type,Permalink,Created at\nAnna,a@b.example,9,ok,NPS,https://x.example,2026-03-14T15:09:26Z', { format: 'delighted', rows: 1, columns: { name: 'Name', email: 'Email', at: 'Created at', 'q:nps': 'Score', 'q:text': 'Comment' } }],
    ['nobody we know', 'data;ocena;komentarz;lokalizacja\n14.03.2026;9;ok;Rynek 5', { format: 'csv', rows: 1, columns: { at: 'data', 'q:nps': 'ocena', 'q:text': 'komentarz', location: 'lokalizacja' } }],
    ['Russians', 'Дата;Порекомендуете ли вы нас?;Отзыв\n14.03.2026;9;ок', { format: 'csv', rows: 1, columns: { at: 'Дата', 'q:nps': 'Порекомендуете ли вы нас?', 'q:text': 'Отзыв' } }],
    ['numbered questions', 'date,1. How likely are you to recommend us?,Q2: How was the service?\n2026-03-14,9,5', { format: 'csv', rows: 1, columns: { at: 'date', 'q:nps': '1. How likely are you to recommend us?', 'q:csat': 'Q2: How was the service?' } }],
    ['a title with a fact in it', 'date;Czy polecisz nas?\n2026-03-14;9', { format: 'csv', rows: 1, columns: { at: 'date', 'q:nps': 'Czy polecisz nas?' } }],
  ])('by %s are found', (_tool, text, expected) => {
    expect(suggested(text)).toEqual(expected)
  })
  test('of Qualtrics without texts or without ids are found too', () => {
    expect(headed('StartDate,EndDate,ResponseId,Q1\nStart Date,End Date,Response ID,How?\n2026-03-14 15:00:00,2026-03-14 15:09:26,R_1,9').rows).toHaveLength(1)
    expect(headed('StartDate,EndDate,ResponseId,Q1\n2026-03-14 15:00:00,2026-03-14 15:09:26,R_1,9').rows).toHaveLength(1)
  })
  test('that are called alike, or nothing, get names of their own', () => {
    expect(headed('a,a,,a\n1,2,3,4').headings.map((h) => h.name)).toEqual(['a', 'a (2)', 'column 3', 'a (3)'])
    expect(headed('__proto__,constructor\n1,2').headings.map((h) => h.name)).toEqual(['__proto__', 'constructor'])
  })
  test.each<[string, Record<string, string>, RegExp]>([
    ['a column that is not there', { nowhere: 'at' }, /no column "nowhere"/], ['one thing twice', { a: 'at', b: 'at' }, /"a" and "b" are both "at"/], ['nothing there is', { a: 'score' }, /nothing a column can be/], ['an unknown question', { a: 'q:nothing' }, /no question "nothing"/], ['a matrix as a whole', { a: 'q:parts' }, /is a table/],
    ['an unknown row', { a: 'q:parts:smell' }, /no part "smell"/], ['a file', { a: 'q:photo' }, /asks for a file/], ['a part of what has none', { a: 'q:nps:9' }, /no part "9"/], ['"other" of what has none', { a: 'q:shop:other' }, /no part "other"/], ['the prototype', { a: 'q:__proto__' }, /no question/],
  ])('named by hand: %s is refused', (_what, mapping, sentence) => {
    expect(() => resolveColumns(headed('a,b\n1,2').headings, wide, mapping)).toThrow(sentence)
  })
})

describe('a row', () => {
  const rows = (text: string, mapping?: Record<string, string>, locations: [string, string | null][] = []) => {
    const found = headed(text)
    const { columns } = resolveColumns(found.headings, wide, mapping)
    const read = answerReader({ definition: wide, columns, order: null, timeZone: 'Europe/Warsaw', locations: new Map(locations), now: new Date('2026-06-01T00:00:00Z') })
    return found.rows.map(read)
  }
  test('is an answer, with its person, language and place', () => {
    expect(rows('date,email,First name,Last name,language,location,nps,why,parts 1\n2026-03-14,a@b.example,Anna,Nowak,PL,RYNEK 5,3,Cena,Dobrze', { date: 'at', email: 'email', 'First name': 'firstName', 'Last name': 'lastName', language: 'language', location: 'location', nps: 'q:nps', why: 'q:why', 'parts 1': 'q:parts:clean' }, [['rynek 5', 'L1']]))
      .toMatchObject([{ line: 2, at: new Date('2026-03-13T23:00:00Z'), values: { nps: 3, why: ['price'], parts: { clean: 'good' } }, person: { name: 'Anna Nowak', email: 'a@b.example', language: 'pl' }, language: 'pl', locationId: 'L1' }])
  })
  test.each([
    ['in the zone its file names', '{""importId"":""endDate"",""timeZone"":""America/Denver""}', '2026-03-14T21:09:26Z'], ['spelt otherwise', '{""ImportId"":""endDate"", ""timeZone"": ""America/Denver""}', '2026-03-14T21:09:26Z'],
    ['in ours where it names none', '{""ImportId"":""endDate""}', '2026-03-14T14:09:26Z'], ['in ours where it names one that is not there', '{""ImportId"":""endDate"",""timeZone"":""Mars/Base""}', '2026-03-14T14:09:26Z'],
  ])('of Qualtrics has its time %s', (_what, ids, at) => {
    expect(rows(`StartDate,EndDate,ResponseId,Q1\nStart Date,End Date,Response ID,How likely are you to recommend us?\n"${ids}","${ids}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2026-03-14 15:00:00,2026-03-14 15:09:26,R_1,9`)).toMatchObject([{ at: new Date(at), values: { nps: 9 } }])
  })
  test('equal to another one is another answer, and the same the next time', () => {
    const keys = (text: string) => rows(text).map((r) => (isRefusedRow(r) ? r.sentence : r.key))
    const [first, second, third] = keys('date,nps\n2026-03-14,9\n2026-03-14,9\n2026-03-15,9')
    expect(new Set([first, second, third]).size).toBe(3)
    expect(keys('date,nps\n2026-03-15,9\n2026-03-14,9\n2026-03-14,9')).toEqual([third, first, second])
  })
  test('with an id is known by it, whatever else changes', () => {
    const keys = (text: string) => rows(text).map((r) => (isRefusedRow(r) ? r.sentence : r.key))
    expect(keys('date,response id,nps\n2026-03-14,R_1,9')).toEqual(keys('response id,date,nps,new\nR_1,2026-03-15,8,x'))
    expect(keys('date,response id,nps\n2026-03-14,R_1,9\n2026-03-14,R_1,8')[1]).toBe('The same id stands on line 2.')
  })
  test('where every cell is empty but the time, the place is unknown, or the text too long, says so', () => {
    const sentences = rows(`date,nps,text,location\n2026-03-14,,,\n2026-03-14,9,,Nowhere\n2026-03-14,9,,Twice\n2026-03-14,9,${'x'.repeat(201)},\n2026-08-14,9,,\n2026-03-14,11,,`, undefined, [['twice', null]]).map((r) => (isRefusedRow(r) ? r.sentence : 'taken'))
    expect(sentences).toEqual(['No question is answered.', 'There is no location "Nowhere": add it, or correct its name.', 'There are several locations called "Twice": give them names that differ.', 'text: the text is longer than the question allows; nothing is cut off.', 'The time lies in the future.', 'nps: 11 is not on the scale from 0 to 10.'])
  })
  test('of nobody in particular has no person', () => {
    expect(rows('date,email,nps\n2026-03-14,anonymous,9\n2026-03-14,,9').map((r) => (isRefusedRow(r) ? r : r.person))).toEqual([null, null])
  })
  test('of any table is read or told, never worse', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('at', 'nps', '9', '2026-01-01', 'Oceń [Czystość]', 'Respondent ID', 'Collector ID', 'StartDate', 'EndDate', 'ResponseId', '#', '')), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), (cells) => {
      try {
        const found = readHeadings(cells.map((of, n) => ({ line: n + 1, cells: of })))
        const { columns } = resolveColumns(found.headings, wide, undefined)
        const read = answerReader({ definition: wide, columns, order: 'day-first', timeZone: 'Europe/Warsaw', locations: new Map(), now: new Date() })
        for (const row of found.rows) read(row)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }))
  })
})

test('thousands of refused lines are told as a thousand and a number', () => {
  const told = tellable(Array.from({ length: 1500 }, (_, n) => ({ line: 1500 - n, sentence: 'x' })))
  expect(told).toHaveLength(1001)
  expect([told[0]!.line, told[999]!.line, told[1000]]).toEqual([1, 1000, { line: 1001, sentence: 'From this line on 500 more were refused, for like reasons.' }])
})
