/** Mails for tests: lines with CRLF between them; a Buffer among them goes in byte by byte. */
export function mail(...lines: (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [typeof line === 'string' ? Buffer.from(line, 'utf8') : line, Buffer.from('\r\n')]));
}

export function bytes(...values: (string | number)[]): Buffer {
  return Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from([value]))));
}

/** A multipart of the given kind; each part is its own list of lines. */
export function multipart(kind: string, boundary: string, parts: (string | Buffer)[][], headers: string[] = []): Buffer {
  const from = headers.some((header) => header.startsWith('From:')) ? [] : ['From: Anna Nowak <anna@example.pl>'];
  const lines: (string | Buffer)[] = [...from, 'To: biuro@firma.example', 'Subject: Test', ...headers, 'MIME-Version: 1.0', `Content-Type: multipart/${kind}; boundary="${boundary}"`, ''];
  for (const part of parts) lines.push(`--${boundary}`, ...part);
  return mail(...lines, `--${boundary}--`);
}

export function nested(kind: string, boundary: string, parts: (string | Buffer)[][]): (string | Buffer)[] {
  return [`Content-Type: multipart/${kind}; boundary="${boundary}"`, '', ...parts.flatMap((part) => [`--${boundary}`, ...part]), `--${boundary}--`];
}
