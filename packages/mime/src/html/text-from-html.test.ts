// Guards the text that search, folding and notifications read when a mail came as HTML alone.
import { describe, expect, test } from 'vitest';
import { foldText } from '../fold/fold-text.ts';
import { sanitiseMailHtml } from './sanitise-mail-html.ts';
import { textFromHtml } from './text-from-html.ts';

describe('text from HTML', () => {
  test.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['line breaks', 'One<br>Two<br/><br>Three', 'One\nTwo\n\nThree'],
    ['blocks without gaps', '<div>One</div><div>Two</div>', 'One\nTwo'],
    ['an empty block is an empty line', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['Word paragraphs stand close', '<p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>', 'One\n\nTwo'],
    ['spaces collapse', '<p>  One \n\t two&nbsp;three </p>', 'One two three'],
    ['words of inline elements hold together', 'O<b>n</b>e <i>two</i>', 'One two'],
    ['lists', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['numbered lists', '<ol start=3><li>a<li>b</ol>', '3. a\n4. b'],
    ['nested lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n  - b'],
    ['cells', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td'],
    ['links say where they lead', '<a href="https://example.com/x">here</a>', 'here (https://example.com/x)'],
    ['links that say it already', '<a href="https://example.com/">example.com</a> <a href="mailto:a@b.c">a@b.c</a>', 'example.com a@b.c'],
    ['pre', '<pre>a  b\n c</pre>', 'a  b\n c'],
    ['entities', '&lt;b&gt; &amp; &#x105; &euro; &nbsp;x', '<b> & ą € x'],
    ['quotes', 'Yes<blockquote>a<br>b<blockquote>c</blockquote></blockquote>', 'Yes\n\n> a\n> b\n>\n>> c'],
    ['head, style and script', '<head><title>T</title><style>a{}</style></head><script>x</script>y', 'y'],
    ['hidden preheaders', '<div style="display:none">pre&zwnj;&nbsp;</div><div style="font-size:0">pre</div>text', 'text'],
    ['size 0 that only closes gaps', '<div style="font-size:0"><span style="font-size:14px">shown</span></div>', 'shown'],
    ['hidden text when there is no other', '<div style="display:none">only</div>', 'only'],
    ['alternative words of pictures', 'Hi <img alt="😀" src=x>!', 'Hi 😀 !'],
    ['broken markup', '<p>One<b>two</p> three < four <5', 'Onetwo\n\nthree < four <5'],
    ['unclosed comments', 'a<!-- b', 'a b'],
    ['nothing', '', ''],
  ])('%s', (_what, html, text) => expect(textFromHtml(html)).toBe(text));

  test('what it marks as quoted folds', () => {
    const html = '<div>Tak, pasuje.</div><div class="gmail_quote">wt., 12 mar 2024 o 10:15 Jan &lt;<a href="mailto:a@b.pl">a@b.pl</a>&gt; napisał(a):<br><blockquote>Czy pasuje?</blockquote></div>';
    expect(foldText(textFromHtml(html)).visible).toBe('Tak, pasuje.');
  });
});

test.each(['iframe src="cid:a"', 'title', 'textarea', 'noframes'])('a <%s> that is never closed swallows no letter', (tag) => {
  expect(textFromHtml(`<body><${tag}>Proszę o <b>fakturę</b>.</body>`)).toBe('Proszę o fakturę.');
  expect(sanitiseMailHtml(`<body><${tag}>Proszę o <b>fakturę</b>.</body>`)).toContain('Proszę o <b>fakturę</b>.');
});
