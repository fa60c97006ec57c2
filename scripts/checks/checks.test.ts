// Guards the guards: the word list and the lock file check must see what they are there for.
import { describe, expect, test } from 'vitest'
import { findGaps } from './lockfile.mjs'
import { judge } from './words.mjs'

describe('words in names', () => {
  test.each(['conversationId', 'open_inbox', 'ContactCard', 'branch-list.ts', 'agentGroupName', 'supportCase', 'caseNumber', 'listContacts'])('%s is refused', (name) => {
    expect(judge(name)).not.toBeNull()
  })

  test.each(['toLowerCase', 'ticketId', 'caseInsensitive', 'interactions', 'useCase', 'branded', 'contactless'])('%s is fine', (name) => {
    expect(judge(name)).toBeNull()
  })
})

describe('the lock file', () => {
  const tool = { optionalDependencies: { 'tool-linux': '1', 'tool-mac': '1' } }

  test('an optional package of another platform that is not listed is a gap', () => {
    expect(findGaps({ '': {}, 'node_modules/tool': tool, 'node_modules/tool-linux': {} })).toEqual(['tool-mac (wanted by node_modules/tool)'])
  })

  test('one listed beside or inside the package is none', () => {
    expect(findGaps({ '': {}, 'apps/web/node_modules/tool': tool, 'node_modules/tool-linux': {}, 'apps/web/node_modules/tool/node_modules/tool-mac': {} })).toEqual([])
  })
})
