/** At most so many letters, ending with a whole word and an ellipsis. */
export const shortened = (text: string, most: number): string => {
  const letters = Array.from(text)
  return letters.length <= most ? text : `${letters.slice(0, most).join('').replace(/\s+\S{0,40}$/, '')}…`
}
