// A recorded contact as plain text, for reading and searching.
export const recordText = ({ request, decision, result }: { request: string; decision: string; result: string }): string => [request, decision, result].filter((part) => part !== '').join('\n\n')

/** The first words of the request stand for a subject nobody wrote. */
export function subjectOf(given: string | undefined, request: string): string {
  const written = (given ?? '').trim()
  if (written !== '') return written
  const line = request.split('\n')[0]!.trim()
  const cut = [...line].slice(0, 80).join('')
  return cut.length < line.length ? `${cut.replace(/\s+\S*$/, '')}…` : line
}
