/** An invitation (RFC 5545) as a few readable lines, for mail that has no other text. */
const mostLines = 5000;

export function calendarSummary(calendar: string): string {
  const fields = new Map<string, string>();
  let inEvent = false;
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n|\r/).slice(0, mostLines);
  for (const line of lines) {
    if (/^BEGIN:V(?:EVENT|TODO)/i.test(line)) inEvent = true;
    if (/^BEGIN:VALARM/i.test(line)) inEvent = false;
    const match = /^([A-Z-]{1,30})((?:;[^:]{0,300})?):(.*)$/i.exec(line);
    if (!inEvent || !match) continue;
    const name = match[1]!.toUpperCase();
    if (fields.has(name)) continue;
    const common = /;CN="?([^";:]+)/i.exec(match[2]!)?.[1];
    fields.set(name, name.startsWith('DT') ? moment(match[3]!, match[2]!) : name === 'ORGANIZER' ? organizer(match[3]!, common) : unescapeText(match[3]!));
  }
  const times = [fields.get('DTSTART'), fields.get('DTEND')].filter(Boolean).join(' – ');
  return [fields.get('SUMMARY'), times, fields.get('LOCATION'), fields.get('ORGANIZER'), fields.get('DESCRIPTION') && `\n${fields.get('DESCRIPTION')}`].filter((line) => line?.trim()).join('\n');
}

function moment(value: string, parameters: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?/.exec(value);
  if (!match) return value.slice(0, 100);
  const zone = match[6] ? ' UTC' : (/;TZID="?([^";:]+)/i.exec(parameters)?.[1] ?? '');
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return match[4] ? `${day} ${match[4]}:${match[5]}${zone && !zone.startsWith(' ') ? ` (${zone})` : zone}` : day;
}

function organizer(value: string, name: string | undefined): string {
  const address = value.replace(/^mailto:/i, '').trim();
  return name && name !== address ? `${name} <${address}>` : address;
}

function unescapeText(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char)).trim();
}
