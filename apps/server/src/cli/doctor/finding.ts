export interface Finding {
  level: 'ok' | 'notice' | 'fault'
  about: string
  says: string
  /** What to do; given with every notice and fault. */
  todo?: string
}

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says })
export const notice = (about: string, says: string, todo: string): Finding => ({ level: 'notice', about, says, todo })
export const fault = (about: string, says: string, todo: string): Finding => ({ level: 'fault', about, says, todo })
