/**
 * Words in any of their forms, for conditions that are predicates: what a text field is given as `mentions`. Apart from the rest, so that whoever
 * only checks or shows conditions does not carry the endings of three languages.
 */
export { findPhrase, wordsToFind } from './find-phrase.ts'
export { formsOf } from './forms-of.ts'
