// Guards that tables are read as spreadsheets write them, whichever code page, separator and line end; and that no file, however
// hostile, costs more than its length.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../../../platform/http/csv.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { decodeText } from './decode-text.ts'
import { readRows, separators } from './read-rows.ts'
import { findSeparator, readTable } from './read-table.ts'

const cells = async (text: string) => (await readTable(text, 1000)).map((r) => r.cells)

describe('a table', () => {
  test.each<[string, string, string[][]]>([
    ['with LF', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]], ['with CRLF', 'a;b\r\n1;2\r\n', [['a', 'b'], ['1', '2']]], ['with CR, as old Macs', 'a\tb\r1\t2\r', [['a', 'b'], ['1', '2']]],
    ['without an end', 'a|b\n1|2', [['a', 'b'], ['1', '2']]], ['with a mark', '\ufeffa,b\n1,2', [['a', 'b'], ['1', '2']]], ['that says its separator', 'sep=;\r\na;b\r\n"x,y,z";2', [['a', 'b'], ['x,y,z', '2']]],
    ['with quotes', '"a","b ""c"""\n"1\r\n2",3', [['a', 'b "c"'], ['1\r\n2', '3']]], ['with quotes in the middle', 'a,b\n5" pipe,x', [['a', 'b'], ['5" pipe', 'x']]], ['with more behind a quote', 'a,b\n"1" inch,2', [['a', 'b'], ['1 inch', '2']]],
    ['with empty lines', '\n\na,b\n\n , \n1,2\n\n', [['a', 'b'], ['1', '2']]], ['with rows of other lengths', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]], ['of one column', 'email\na@b.example', [['email'], ['a@b.example']]],
    ['with an empty last cell', 'a,b\n1,', [['a', 'b'], ['1', '']]], ['with empty quotes', 'a,b\n"",2', [['a', 'b'], ['', '2']]],
  ])('%s is read', async (_what, text, expected) => {
    expect(await cells(text)).toEqual(expected)
  })
  test('tells on which line of the file a row began, also after cells of several lines', async () => {
    expect((await readTable('sep=,\r\na,b\r\n"x\r\ny\nz",1\r\n\r\n2,3', 10)).map((r) => r.line)).toEqual([2, 3, 7])
  })
  test.each([[',', 'date,score,comment\n2026-01-01,9,"a; b; c"\n2026-01-02,3,x; y; z'], [';', 'data;ocena;komentarz\n1.02.2026;4,5;tak, nie, może\n2.02.2026;5,0;dobrze'], ['\t', 'a\tb, c, d\n1\t2, 3'], [';', 'jedna, dwie;ocena\nx;1\ny;2'], [',', 'only one'], [';', '"a,b,c,d";e\n"f;g";h']])(
    'is separated by %j where that is most even', (separator, text) => {
      expect(findSeparator(text)).toBe(separator)
    })
  test('is what was written, whatever the cells hold', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', 'ł', '"', ',', ';', '\n', '\r', ' ', '\t', 'я') }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(',' as const, ';' as const), (rows, separator) => {
      const written = rows.map((row) => csvLine(row, separator)).join('')
      // The writer takes the sting out of formulas; a row of blanks alone is none.
      const expected = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))).filter((row) => row.some((cell) => cell.trim() !== ''))
      expect([...readRows(written, separator)].map((r) => r.cells)).toEqual(expected)
    }))
  })
  test('of any text is read or refused, never worse', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ',', ';', '|', '\n', '\r', '\t', ' ', 'a', 'ł', '\0', '\ud800'), maxLength: 60 }), fc.constantFrom(...separators), (text, separator) => {
      try {
        for (const row of readRows(text, separator)) expect(row.cells.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }))
  })
})

describe('a file that is none', () => {
  test.each<[string, string, RegExp]>([
    ['empty', '', /is empty/], ['only blanks', ' \n,,,\n', /is empty/], ['an open quotation mark', 'a,b\n1,"2\n3,4\n', /quotation mark on line 2/], ['a cell without end', `a\n"${'x'.repeat(200_000)}"`, /longer than/], ['a cell without end or quotes', `a\n${'x'.repeat(200_000)}`, /longer than/],
    ['a thousand columns', `${'a,'.repeat(1000)}`, /more than 500 columns/], ['binary', 'a\0b', /no text/], ['too many rows', 'a\n'.repeat(1004), /more than 1,000 rows/],
    ['quotes without end', `"${'""'.repeat(90_000)}`, /quotation mark/],
  ])('%s is refused with a sentence', async (_what, text, sentence) => {
    await expect(readTable(text, 1000)).rejects.toThrow(sentence)
  })
})

describe('bytes', () => {
  const polish = 'imię;ocena\r\nZażółć gęślą jaźń;9\r\nŁódź, Żory;3'
  const russian = 'имя;оценка\r\nСъешь ещё этих мягких булок;9\r\nОчень хорошо;3'
  const encode = (text: string, page: string) => {
    const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(page).decode(Uint8Array.of(byte)), byte]))
    return Uint8Array.from(Array.from(text, (letter) => table.get(letter)!))
  }
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(polish), polish], ['UTF-8 with a mark', Buffer.from(`\ufeff${russian}`), russian], ['Windows-1250', encode(polish, 'windows-1250'), polish], ['Windows-1251', encode(russian, 'windows-1251'), russian],
    ['Windows-1251 among English', encode('email;comment\na@b.example;Спасибо\n', 'windows-1251'), 'email;comment\na@b.example;Спасибо\n'], ['Windows-1250 with one letter', encode('email;comment\na@b.example;ok, dzięki\n', 'windows-1250'), 'email;comment\na@b.example;ok, dzięki\n'],
    ['UTF-16', Buffer.from(`\ufeff${polish}`, 'utf16le'), polish], ['UTF-16, the other way round', Buffer.from(`\ufeff${russian}`, 'utf16le').swap16(), russian], ['ASCII', Buffer.from('a,b'), 'a,b'], ['nothing', new Uint8Array(), ''],
  ])('in %s are read', (_what, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })
  test.each([['xlsx', [0x50, 0x4b, 3, 4]], ['xls', [0xd0, 0xcf, 0x11, 0xe0]]])('of a workbook (%s) are refused kindly', (_what, start) => {
    expect(() => decodeText(Uint8Array.from(start))).toThrow(/Save as/)
  })
})
