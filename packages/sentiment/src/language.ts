/** The three languages that are read, in the order of the classes of the language model. */
export const languages = ['pl', 'ru', 'en'] as const
export type Language = (typeof languages)[number]

/** The three classes, in the order of all probabilities inside this package. */
export const sentiments = ['negative', 'neutral', 'positive'] as const
export type Sentiment = (typeof sentiments)[number]
