// Guards the shown letter: earlier mail and signatures close into <details>, the new words stay open, nothing is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE } from '../html/cases-hostile.ts';
import { sanitiseMailHtml } from '../html/sanitise-mail-html.ts';
import { textFromHtml } from '../html/text-from-html.ts';
import { foldHtml } from './fold-html.ts';

const FOLD = /<details class="fold" data-fold="(?:quote|signature)"><summary><\/summary>/g;
const bare = (html: string): string => html.replace(FOLD, '').replaceAll('</details>', '');
/** What is still open: the folds themselves taken out. None of the cases nests details. */
const open = (html: string): string => textFromHtml(html.replace(/<details class="fold"[\s\S]*?<\/details>/g, '')).replace(/\s+/g, ' ').trim();

const CASES: readonly (readonly [string, string, string])[] = [
  ['gmail', '<div dir="ltr">Answer<br clear="all"><div class="gmail_signature">Jan<br>600</div></div><br><div class="gmail_quote"><div class="gmail_attr">wt., 12 mar 2024 o 10:15 Jan &lt;a@b.pl&gt; napisał(a):<br></div><blockquote class="gmail_quote">old</blockquote></div>', 'Answer'],
  ['gmail, interleaved', '<div class="gmail_quote"><div class="gmail_attr">On Tue, Mar 12, 2024 at 10:15 AM A &lt;a@b.c&gt; wrote:</div><blockquote type="cite">q1</blockquote><div>Answer</div><blockquote type="cite">q2</blockquote></div>', 'Answer'],
  ['outlook desktop', '<div class="WordSection1"><p class="MsoNormal">Answer</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Jan</p></div></div><p class="MsoNormal">old</p></div>', 'Answer'],
  ['outlook 2010', '<div><p>Answer</p><div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b>Od:</b> Jan</p></div><p>old</p></div>', 'Answer'],
  ['outlook web', '<div>Answer</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: x</div><div>old</div>', 'Answer'],
  ['outlook mobile', '<div>Answer</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><hr><div id="divRplyFwdMsg">From: x</div><div>old</div>', 'Answer'],
  ['apple', '<div>Answer</div><br><div><blockquote type="cite"><div>On 12 Mar 2024, at 10:15, A &lt;a@b.c&gt; wrote:</div>old</blockquote></div>', 'Answer'],
  ['thunderbird', '<p>Answer</p><div class="moz-cite-prefix">On 12.03.2024 10:15, A wrote:<br></div><blockquote type="cite" cite="mid:x">old</blockquote><p>below</p><pre class="moz-signature">-- <br>Jan</pre>', 'Answer below'],
  ['yahoo', '<div>Answer</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday, A wrote:</div>old</div>', 'Answer'],
  ['proton', '<div>Answer</div><div class="protonmail_signature_block">Sent with Proton</div><div class="protonmail_quote">On … wrote:<blockquote>old</blockquote></div>', 'Answer'],
  ['yandex', '<div>Ответ</div><div> </div><div>12.03.2024, 10:15, "Иван" &lt;a@b.ru&gt;:</div><blockquote><p>старое</p></blockquote>', 'Ответ'],
  ['mail.ru', '<p>Ответ</p><blockquote style="border-left:1px solid #0857A6">Вторник, 12 марта 2024, 10:15 +03:00 от Иван &lt;a@b.ru&gt;:<br>старое</blockquote>', 'Ответ'],
  ['zoho', '<div>Answer</div><div class="zmail_extra">---- On Tue wrote ----<br>old</div>', 'Answer'],
  ['wp', '<div>Odpowiedź</div><div>Dnia 12 marca 2024 10:15 Jan &lt;a@wp.pl&gt; napisał(a):</div><blockquote>stare</blockquote>', 'Odpowiedź'],
  ['interia', '<p>Odpowiedź</p><p>Od: "Jan" &lt;a@b.pl&gt;<br>Do: biuro@b.pl<br>Wysłane: 10:15 Wtorek 2024-03-12<br>Temat: x</p><p>stare</p>', 'Odpowiedź'],
  ['plain in a div', '<div>Answer<br><br>On Tue, Mar 12, 2024 at 10:15 AM A &lt;a@b.c&gt; wrote:<br>&gt; old<br>&gt; more<br></div>', 'Answer'],
  ['outlook inside outlook', '<div>Answer</div><div class="x_gmail_quote">old</div>', 'Answer'],
];

describe('folding HTML', () => {
  test.each(CASES)('%s', (_client, html, visible) => {
    const safe = sanitiseMailHtml(html);
    const folded = foldHtml(safe);
    expect(open(folded)).toBe(visible);
    expect(bare(folded)).toBe(safe);
  });

  test.each([
    ['a forwarded mail', '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: x</div>news</div>'],
    ['a letter that is only a quote', '<blockquote type="cite">old</blockquote>'],
    ['a letter without quotes', '<p>Hello</p><blockquote style="border:none">indented</blockquote>'],
    ['nothing', ''],
  ])('leaves %s as it is', (_what, html) => {
    const safe = sanitiseMailHtml(html);
    expect(foldHtml(safe)).toBe(safe);
  });

  test('only puts details around whole siblings: take them away and the document is the same', () => {
    const piece = fc.constantFrom(...CASES.map((row) => row[1]), ...HOSTILE, '<div>', '</div>', '<blockquote type="cite">', '</blockquote>', 'words', '<br>');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const safe = sanitiseMailHtml(pieces.join('')).replaceAll(/<\/?(?:details|summary)[^>]*>/g, '');
        const folded = foldHtml(safe);
        expect(bare(folded)).toBe(safe);
        expect(sanitiseMailHtml(bare(folded))).toBe(sanitiseMailHtml(safe));
      }),
      { numRuns: 200 },
    );
  });

  test.each(['<div>a</div><blockquote type="cite">b</blockquote>', '<div style="border-top:solid #E1E1E1 1.0pt">', '<div class="gmail_quote"><blockquote></blockquote>a', '<div>x<p style="border-top:solid #E1E1E1 1.0pt">y</p></div>', '<b><i>', 'a<br>'])('%j repeated costs no more than its length', (html) => {
    const safe = sanitiseMailHtml(html.repeat(8000));
    expect(bare(foldHtml(safe))).toBe(safe);
  });
});
