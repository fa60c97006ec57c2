// Words a kiosk says besides those of the pages (apps/pages), in one language.
export interface KioskWords {
  /** On the first screen, where the first question is not answered by one touch. */
  begin: string
  /** In place of "next" while nothing is answered and nothing must be. */
  skip: string
  /** Some seconds before the screen begins anew. */
  stillThere: string
  /** `{n}` answers wait; without plural forms on purpose. */
  offline: string
  retired: { title: string; text: string }
  held: string
  forget: string
  /** Nothing brings them back. */
  forgetSure: string
  needsScript: string
}
