/** text/enriched (RFC 1896) and text/richtext (RFC 1341) as plain text: the commands go, the words stay. */
export function textFromEnriched(source: string): string {
  const enriched = /<(?:bold|italic|fixed|color|fontfamily|nofill|flushleft|flushright|center|excerpt|param|smaller|bigger|underline)>/i.test(source);
  let text = source.replace(/<param>[^<]*<\/param>/gi, '');
  // One line end is a blank, n of them are n − 1 line ends (RFC 1896 2).
  if (enriched) text = text.replace(/\n+/g, (run) => (run.length === 1 ? ' ' : run.slice(1)));
  return text
    .replace(/<<|<nl>|<paragraph>|<\/paragraph>|<lt>|<[/a-z][a-z0-9-]{0,60}>/gi, (command) => {
      const name = command.toLowerCase();
      if (name === '<<' || name === '<lt>') return '<';
      return name === '<nl>' || name.includes('paragraph') ? '\n' : '';
    });
}
