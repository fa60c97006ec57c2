/** Fills {number}, {subject} and {name} as the server does when it confirms a new ticket. Unknown braces stay. */
export const fillConfirmation = (text: string, values: { number: string; subject: string; name: string }): string =>
  text.replace(/\{(number|subject|name)\}/g, (_, key: keyof typeof values) => values[key])

/** Braces that would reach the customer as they are: misspelt placeholders. */
export const unknownPlaceholders = (text: string): string[] => [...text.matchAll(/\{([^{}\n]*)\}/g)].map(([whole]) => whole).filter((whole) => !['{number}', '{subject}', '{name}'].includes(whole))
