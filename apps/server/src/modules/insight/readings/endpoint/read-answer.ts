// What an endpoint answered, taken strictly: exactly the object asked for, or nothing. Pure.
import type { Sentiment } from '@kontuar/contracts'

export interface EndpointReading { language: string | null; sentiment: Sentiment; confidence: number }

const sentiments: ReadonlySet<unknown> = new Set(['negative', 'neutral', 'positive'] satisfies Sentiment[])
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null for whatever else it says. @param body of the answer of …/chat/completions */
export function readAnswer(body: string): EndpointReading | null {
  const answer = parse(body)
  const choices = isObject(answer) ? answer['choices'] : null
  const message: unknown = Array.isArray(choices) && isObject(choices[0]) ? choices[0]['message'] : null
  const content = isObject(message) ? message['content'] : null
  const said = typeof content === 'string' ? parse(content) : null
  if (!isObject(said) || Object.keys(said).some((key) => key !== 'language' && key !== 'sentiment' && key !== 'confidence')) return null
  const { language, sentiment, confidence } = said
  if (!sentiments.has(sentiment)) return null
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 1)) return null
  if (language !== null && (typeof language !== 'string' || !/^[a-z]{2}$/.test(language))) return null
  return { language, sentiment: sentiment as Sentiment, confidence }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
