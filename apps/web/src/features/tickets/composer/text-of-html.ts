/** The words of a signature, line by line, for showing it without trusting its HTML. */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<br\s*\/?>/gi, '\n').replace(/<\/(?:p|div|li|tr|h\d)>/gi, '\n$&'), 'text/html')
  return (page.body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim()
}
