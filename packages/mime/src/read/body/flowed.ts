/**
 * format=flowed (RFC 3676): a line that ends in a blank goes on in the next one of the same quote depth.
 * Input lines end in \n. Quotes come back as "> " once a level, so that folding sees ordinary quotes.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let depth = 0;
  const flush = () => {
    if (paragraph.length) out.push(prefix(depth) + paragraph.join(''));
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    let lineDepth = 0;
    while (line.charCodeAt(lineDepth) === 62) lineDepth++;
    let content = line.slice(lineDepth);
    if (content.startsWith(' ')) content = content.slice(1);
    if (lineDepth !== depth) {
      flush();
      depth = lineDepth;
    }
    const signature = content === '-- ';
    if (signature) flush();
    const flows = content.endsWith(' ') && !signature;
    paragraph.push(flows && deleteSpace ? content.slice(0, -1) : content);
    if (!flows) flush();
  }
  flush();
  return out.join('\n');
}

function prefix(depth: number): string {
  return depth === 0 ? '' : `${'>'.repeat(depth)} `;
}
