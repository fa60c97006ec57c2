// What an address says besides whose page it is: language, point clicked in the mail, whether a site embeds it.
import type { FastifyRequest } from 'fastify'

export interface Wishes {
  /** BCP 47, as wished in the address; null: as the invitation or the browser has it. */
  lang: string | null
  /** A point of the scale or an option's id, or nothing that could be one. */
  clicked: string | null
  embedded: boolean
}

export function wishesOf(request: FastifyRequest): Wishes {
  const query = request.query as Record<string, unknown>
  const lang = query['lang']
  const clicked = query['v']
  return {
    lang: typeof lang === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(lang) ? lang.toLowerCase() : null,
    clicked: typeof clicked === 'string' && /^[a-z0-9][a-z0-9_-]{0,39}$/i.test(clicked) ? clicked : null,
    embedded: query['embed'] === '1',
  }
}

/** The address with its wishes, but for the click: that has become part of the form. */
export function addressWith(path: string, { lang, embedded }: Pick<Wishes, 'lang' | 'embedded'>, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(lang === null ? {} : { lang }), ...(embedded ? { embed: '1' } : {}), ...more }).toString()
  return query === '' ? path : `${path}?${query}`
}
