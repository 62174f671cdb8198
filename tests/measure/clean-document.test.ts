import { expect, test } from 'vitest'
import { cleanDocument } from './clean-document.ts'
import type { CleanText } from './clean-text.ts'

const TEXT: CleanText = {
  slug: 'anarchism-en',
  language: 'en',
  bytes: 100,
  words: 10_000,
  applied: [],
  proposed: [],
  changes: [
    { rules: ['word/misspelling'], printed: 'homogenous', read: 'homogeneous' },
    { rules: ['word/misspelling'], printed: 'goverment', read: 'government' },
    { rules: ['word/misspelling'], printed: 'goverment', read: 'government' },
    { rules: ['mark/space-missing'], printed: 'river,the', read: 'river, the' },
  ],
}

test('the list of changes has each once by its rule, and says which are wrong', () => {
  const document = cleanDocument(
    '# Title\n\n<!-- clean -->\nold\n<!-- /clean -->\n',
    [TEXT],
    () => '1',
  )
  expect(document).toContain('| **English** | 10,000 | 4 | 1 | 8.00 | 2.00 |')
  expect(document).toContain(
    [
      '- mark/space-missing: `river,the` → `river, the`',
      '- word/misspelling: `homogenous` → `homogeneous` (wrong); `goverment` → `government` (2 times)',
    ].join('\n'),
  )
  expect(document).not.toContain('old')
})
