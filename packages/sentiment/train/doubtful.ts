/*
 * node packages/sentiment/train/doubtful.ts pl [100]: texts that a model which saw nothing of their industry reads most surely otherwise
 * than they are labelled. Some are wrong labels, most are what the model cannot do; a person decides.
 */
import { languages, sentiments } from '../src/language.ts'
import { readCorpus } from './corpus.ts'
import { featuredOf, listsOf } from './dataset.ts'
import { leaveIndustriesOut } from './evaluate.ts'
import { settings } from './settings.ts'

const language = languages.find((l) => l === process.argv[2])
if (!language) {
  console.error(`Say which language: ${languages.join(', ')}.`)
  process.exit(1)
}
const most = Number(process.argv[3] ?? 100)
const lists = listsOf(language)
const texts = readCorpus(language).map((text) => featuredOf(text, lists))
const doubtful = leaveIndustriesOut(texts, lists, settings).sort((a, b) => a.probabilities[a.label]! - b.probabilities[b.label]!).slice(0, most)
for (const { text, industry, label, probabilities } of doubtful) {
  console.log([industry, sentiments[label], sentiments[probabilities.indexOf(Math.max(...probabilities))], Math.max(...probabilities).toFixed(2), text].join('\t'))
}
