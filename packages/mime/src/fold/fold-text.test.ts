// Guards what an agent sees first: the customer's own new words, whole, and no earlier mail among them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTIONS } from './cases/attributions.ts';
import { HEADER_BLOCKS } from './cases/header-blocks.ts';
import { LETTERS, UNTOUCHED } from './cases/letters.ts';
import { foldText } from './fold-text.ts';
import type { Folds } from './folds.ts';

const ANSWER = 'Thank you, that is fine.';

describe('an attribution folds with what it introduces', () => {
  test.each(ATTRIBUTIONS)('%s, %s: %s', (_language, _client, line) => {
    expect(foldText(`${ANSWER}\n\n${line}\n\n> old words\n> more`).visible).toBe(ANSWER);
    expect(foldText(`${ANSWER}\n\n${line}\n\nold words\nmore`).visible).toBe(ANSWER);
    expect(foldText(`${ANSWER}\n${line}\n> old words\nBelow`).visible).toBe(`${ANSWER}\nBelow`);
    expect(foldText(`${ANSWER}\r\n\r\n${line.replaceAll('\n', '\r\n')}\r\n\r\n> old words`).visible).toBe(ANSWER);
  });
});

describe('a header block folds with everything below', () => {
  test.each(HEADER_BLOCKS)('%s, %s: %s', (_language, _client, block) => {
    expect(foldText(`${ANSWER}\n\n${block}\n\nold words\n\nmore`).visible).toBe(ANSWER);
    expect(foldText(`${ANSWER}\n${block}\nold words`).visible).toBe(ANSWER);
  });
});

describe('letters', () => {
  test.each(LETTERS)('%s, %s: %j', (_language, _kind, text, visible) => {
    expect(foldText(text).visible).toBe(visible);
  });

  test.each(UNTOUCHED)('%s, nothing folds: %j', (_language, text) => {
    expect(foldText(text).visible).toBe(text);
  });

  test('the parts are named: text, quote, signature', () => {
    const { segments } = foldText('Yes.\n\n-- \nJan\n\nOn 12.03.2024 10:15, Anna wrote:\n> ok?');
    expect(segments.map((segment) => segment.kind)).toEqual(['text', 'signature', 'quote']);
  });
});

describe('laws', () => {
  const pieces = [...ATTRIBUTIONS.map((row) => row[2]), ...HEADER_BLOCKS.map((row) => row[2]), ...LETTERS.slice(0, 60).map((row) => row[2]), '> quoted', '>> deeper', '', '-- ', '\r', '\u00a0', 'Jan'];
  const letter = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 12 }).map((lines) => lines.join('\n'));

  test('segments lie end to end and give back the text', () => {
    fc.assert(
      fc.property(letter, (text) => {
        const folds = foldText(text);
        expect(covers(folds, text)).toBe(true);
        expect(folds.visible === '').toBe(text.trim() === '');
      }),
      { numRuns: 400 },
    );
  });

  test('what is visible once is not emptied by folding it again', () => {
    fc.assert(
      fc.property(letter, (text) => {
        const once = foldText(text).visible;
        const twice = foldText(once).visible;
        expect(once.length).toBeGreaterThanOrEqual(twice.length);
        expect(twice === '').toBe(once === '');
      }),
      { numRuns: 200 },
    );
  });
});

// Each of these took minutes with backtracking patterns; the test's own time limit is what would fail.
describe('hostile text costs no more than its length', () => {
  const MEGABYTE = 1_000_000;
  test.each([
    '>', '> ', '>\n', 'On ', 'On \n', 'On 12.03.2024 ', 'On Mon, 12 Mar 2024 at 10:15, a@b.c\n', 'a@', '<', '<<<\n', 'From: a@b.c\n', 'From:\n', 'From: x\n\n', 'wrote:', 'wrote:\n', '-- \n', '--\n', '_', '_\n', '- - ', '\r', '\r\n', ' ', ' \n', '\t', ':', ':\n', '(', '(http', '> (http\n_x\n', 'Sent from my ', 'Pozdrawiam\n', 'confidential intended recipient ', '12.03.2024 10:15 ', 'w dniu ', '在', '```\n', '. ', 'a, ', '*From:* ', '\u0000', '\ud800', 'x\n\n', 'On Mon 12 wrote:\n\n> a\n',
  ])('%j repeated', (piece) => {
    const text = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    expect(covers(foldText(text), text)).toBe(true);
  });
});

function covers(folds: Folds, text: string): boolean {
  let at = 0;
  for (const segment of folds.segments) {
    if (segment.from !== at || segment.to <= segment.from) return false;
    at = segment.to;
  }
  return at === text.length;
}
