// An mbox file (RFC 4155) is mails one after another, each begun by a line "From sender date". "From " at the start of a line inside a mail is written
// ">From " by careful programs; that one ">" is taken off again (mboxrd).
const separator = /^From \S+.*\d{2}:\d{2}/

export interface MboxMail { raw: Buffer; at: Date | null }

/** Reads line by line: a mailbox of years may be larger than the memory. */
export async function* splitMbox(chunks: AsyncIterable<Buffer>): AsyncIterable<MboxMail> {
  let mail: { lines: Buffer[]; at: Date | null } | null = null
  let blank = true
  for await (const line of linesOf(chunks)) {
    if (blank && line.length < 300 && line.subarray(0, 5).toString('latin1') === 'From ' && separator.test(line.toString('latin1'))) {
      if (mail) yield finish(mail)
      mail = { lines: [], at: dateOf(line.toString('latin1')) }
    } else if (mail) {
      mail.lines.push(/^>+From /.test(line.subarray(0, 60).toString('latin1')) ? line.subarray(1) : line)
    }
    blank = line.length <= 2 && line.toString('latin1').trim() === ''
  }
  if (mail) yield finish(mail)
}

const finish = ({ lines, at }: { lines: Buffer[]; at: Date | null }): MboxMail => ({ raw: Buffer.concat(lines), at })

function dateOf(line: string): Date | null {
  const found = /^From \S+\s+(?:\w{3}\s+)?(\w{3})\s+(\d{1,2})\s+(\d{2}:\d{2}(?::\d{2})?)\s+(?:[A-Z]+\s+|[+-]\d{4}\s+)?(\d{4})/.exec(line)
  const date = found ? new Date(`${found[1]} ${found[2]} ${found[4]} ${found[3]} UTC`) : null
  return date === null || Number.isNaN(date.getTime()) ? null : date
}

/** Lines with their ends. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end + 1)
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece])
      rest = []
      from = end + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
