// What a demonstration company asks its customers, where, and how good it is in their eyes.

/** A matter that was closed, as those who rate it know it. */
export interface Matter { /** Days since it was closed. */ age: number; reason: string | null; location: number | null; waitHours: number; subject: string }

export interface Asking {
  /** After a ticket is closed. */
  afterTickets: {
    survey: string
    touchpoint: string
    channels: readonly string[]
    /** Of the closed ones asked, and of those the answered. */
    asked: number
    answered: number
    /** How many are content, 0 to 1. */
    good(matter: Matter): number
  }[]
  /** On posters and at the till. */
  links: { survey: string; place: string; /** By location. */ perDay: readonly number[]; good(location: number, age: number): number }[]
  /** By mail to some customers of a list. */
  lists: { survey: string; touchpoint: string; everyDays: number; many: number; answered: number; good(age: number): number }[]
}
