import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emendIn } from '../support/child.ts'
import { folderWith, logged } from './reviewing.ts'
import { terminalIn, whyNoTerminal } from './terminal.ts'

if (whyNoTerminal) console.log(`skipped: ${whyNoTerminal}`)

const SLUG = 'pechatnoe-delo'
const QUESTION = /(?:Accept|Join) \[[^\]]+\]\? $/

describe.skipIf(whyNoTerminal !== undefined)('the review in a terminal', () => {
  it('takes decisions key by key, keeps them, and mends the edition', async () => {
    const folder = folderWith(SLUG)
    expect(emendIn(folder, ['build']).status).toBe(0)
    const markdown = join(folder, 'edition', SLUG, `${SLUG}.md`)
    const before = readFileSync(markdown, 'utf8')
    const { type, see, shown, ended } = terminalIn(folder, ['review', SLUG, '--tty', '--by', 'Ada'])
    await see(QUESTION)
    type('?')
    expect(await see(/y n[\s\S]*q {2}quit[^\n]*/)).toContain('undo, a bulk act as one')
    await see(QUESTION)
    type('y')
    await see(QUESTION)
    type('n')
    await see(QUESTION)
    type('e')
    await see(/Read: $/)
    type('Ѫ\r')
    await see(QUESTION)
    type('a')
    await see(/\d+ decisions written/)
    await see(QUESTION)
    type('u')
    await see(/Undone: .* more/)
    await see(QUESTION)
    type('q')
    expect(await ended).toBe(0)
    const acts = logged(folder, SLUG).map(({ act }) => act)
    expect(acts.slice(0, 3)).toEqual(['accept', 'reject', 'amend'])
    expect(acts.at(-1)).toBe('undo')
    const after = readFileSync(markdown, 'utf8')
    expect(after.replaceAll(/[^Ѫ]/gu, '')).toContain('Ѫ')
    for (const line of shown().split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)

    const again = terminalIn(folder, ['review', SLUG, '--tty', '--by', 'Ada'])
    await again.see(QUESTION)
    for (let i = 0; i < 3; i++) {
      again.type('u')
      await again.see(/Undone: /)
      await again.see(QUESTION)
    }
    again.type('q')
    expect(await again.ended).toBe(0)
    expect(readFileSync(markdown, 'utf8')).toBe(before)
  }, 120_000)

  it('writes the edition when the terminal is closed', async () => {
    const folder = folderWith(SLUG)
    expect(emendIn(folder, ['build']).status).toBe(0)
    const markdown = join(folder, 'edition', SLUG, `${SLUG}.md`)
    const { type, see, close } = terminalIn(folder, ['review', SLUG, '--tty', '--by', 'Ada'])
    await see(QUESTION)
    type('e')
    await see(/Read: $/)
    type('Ѫ\r')
    await see(QUESTION)
    close()
    await expect.poll(() => readFileSync(markdown, 'utf8')).toContain('Ѫ')
  }, 60_000)

  it('keeps what was decided when Ctrl-C ends it', async () => {
    const folder = folderWith(SLUG)
    const { type, see, ended } = terminalIn(folder, ['review', SLUG, '--tty', '--by', 'Ada'])
    await see(QUESTION)
    type('y')
    await see(QUESTION)
    type('\u0003')
    expect(await ended).toBe(0)
    expect(logged(folder, SLUG).map(({ act }) => act)).toEqual(['accept'])
  }, 60_000)
})
