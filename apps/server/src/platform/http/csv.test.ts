// Guards that a cell comes back as it was, and that none is a formula.
import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  [['a', 'b'], ',', 'a,b\r\n'], [['a,b', 'c;d'], ',', '"a,b",c;d\r\n'], [['a,b', 'c;d'], ';', 'a,b;"c;d"\r\n'], [['say "no"', 'two\nlines'], ',', '"say ""no""","two\nlines"\r\n'],
  [[null, undefined, '', 0, false], ',', ',,,0,false\r\n'], [['żółć', 'ёж', '😀'], ';', 'żółć;ёж;😀\r\n'], [[-5], ',', '-5\r\n'],
  [['=1+1', '+48600700800', '-x', '@SUM(A1)', '\t=1', '=HYPERLINK("x")'], ',', `'=1+1,'+48600700800,'-x,'@SUM(A1),'\t=1,"'=HYPERLINK(""x"")"\r\n`],
] as const)('%j', (cells, separator, line) => expect(csvLine(cells, separator)).toBe(line))
