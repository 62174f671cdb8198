import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/model/decision.ts'
import { appendDecision, readDecisions } from '../../src/store/decisions.ts'
import { inputErrorOf } from '../support/failing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function decision(by: string, id: string): Decision {
  const quotation = { line: 3, from: 5, exact: 'teh', prefix: 'in ', suffix: ' press' }
  return {
    at: '2026-07-28T10:00:00Z',
    by,
    act: 'accept',
    target: {
      kind: 'correction',
      id,
      parts: [{ ...quotation, corr: 'the' }],
      sic: 'teh',
      corr: 'the',
    },
  }
}

const MARKING: Decision = {
  at: '2026-07-28',
  by: 'Анна',
  act: 'amend',
  target: {
    kind: 'marking',
    id: 'm1',
    parts: [{ line: 1, from: 0, exact: '-', prefix: 'a', suffix: 'b' }],
    role: 'hyphen',
    value: 'hard',
  },
  note: 'as in the index',
  batch: 'b1',
}

const BESIDE: readonly Decision[] = [
  {
    at: '2026-07-28',
    by: 'Анна',
    act: 'accept',
    target: { kind: 'word', id: 'word:teh', word: 'teh' },
  },
  {
    at: '2026-07-28',
    by: 'Анна',
    act: 'reject',
    target: { kind: 'rule', id: 'rule:word/x', rule: 'word/x' },
    note: 'not in this book',
  },
  {
    at: '2026-07-28',
    by: 'Анна',
    act: 'accept',
    target: {
      kind: 'page',
      id: 'p1',
      parts: [{ line: 1, from: 0, exact: 'a', prefix: '', suffix: 'b' }],
      value: 'reviewed',
    },
  },
  { at: '2026-07-28', by: 'Анна', act: 'undo', target: { kind: 'batch', id: 'b1' }, batch: 'b2' },
  { ...MARKING, act: 'note', note: 'see the index' },
]

function log(edition: string, name = 'anna.jsonl'): string {
  return join(edition, 'decisions', name)
}

function write(edition: string, text: string, name?: string): void {
  mkdirSync(join(edition, 'decisions'), { recursive: true })
  writeFileSync(log(edition, name), text)
}

describe('decisions', () => {
  it('come back as they were appended, each editor by themselves', async () => {
    const edition = temporaryFolder()
    expect(await readDecisions(edition)).toEqual([])
    const all = [decision('anna', 'c1'), decision('boris', 'c2'), decision('anna', 'c3'), MARKING]
    for (const each of all) await appendDecision(edition, each)
    expect(readdirSync(join(edition, 'decisions'))).toEqual([
      'anna.jsonl',
      'boris.jsonl',
      'Анна.jsonl',
    ])
    expect(await readDecisions(edition)).toEqual([all[0], all[2], all[1], MARKING])
    for (const each of BESIDE) await appendDecision(edition, each)
    expect((await readDecisions(edition)).slice(-BESIDE.length)).toEqual(BESIDE)
  })

  it('are read without a line that was torn off in the writing, wherever it was torn', async () => {
    const whole = `${JSON.stringify(decision('anna', 'c1'))}\n`
    const torn = JSON.stringify({ ...decision('anna', 'c2'), note: 'größer' })
    const bytes = Buffer.from(torn)
    let checked = 0
    const edition = temporaryFolder()
    for (let length = 1; length < bytes.length; length++) {
      write(edition, whole)
      appendFileSync(log(edition), bytes.subarray(0, length))
      expect(await readDecisions(edition)).toEqual([decision('anna', 'c1')])
      checked++
    }
    expect(checked).toBeGreaterThan(200)
  })

  it('are mended where a line was torn off, before the next one is appended', async () => {
    const edition = temporaryFolder()
    const whole = `${JSON.stringify(decision('anna', 'c1'))}\n`
    for (const torn of ['{"at":"2026', '\0\0\0\0', whole.slice(0, -2)]) {
      write(edition, whole + torn)
      await appendDecision(edition, decision('anna', 'c2'))
      expect(await readDecisions(edition)).toEqual([decision('anna', 'c1'), decision('anna', 'c2')])
    }
  })

  it('are found behind a torn line, whether another process saw it or wrote right behind it', async () => {
    const edition = temporaryFolder()
    const [first, second] = [decision('anna', 'c1'), decision('anna', 'c2')]
    const torn = Buffer.from(JSON.stringify({ ...first, note: 'größer' }))
    let glued = 0
    for (let length = 1; length < torn.length; length++) {
      write(edition, '')
      appendFileSync(log(edition), torn.subarray(0, length))
      appendFileSync(log(edition), `${JSON.stringify(second)}\n`)
      await appendDecision(edition, first)
      expect(await readDecisions(edition)).toEqual([second, first])
      glued++
    }
    expect(glued).toBeGreaterThan(200)
    write(edition, '{"at":"2026')
    await appendDecision(edition, first)
    expect(readFileSync(log(edition), 'utf8')).toBe(`{"at":"2026\u0018\n${JSON.stringify(first)}\n`)
  })

  it('say the line of bytes that are no UTF-8', async () => {
    const edition = temporaryFolder()
    const line = JSON.stringify({ ...decision('anna', 'c1'), note: 'gr\u00f6\u00dfer' })
    write(edition, '')
    appendFileSync(log(edition), Buffer.from(`${line}\n${line}\n`, 'latin1'))
    const error = await inputErrorOf(() => readDecisions(edition))
    expect(error.message).toContain(`${log(edition)}:1, expected a decision`)
  })

  it('keep a whole last line that only lacks its line feed', async () => {
    const edition = temporaryFolder()
    write(edition, JSON.stringify(decision('anna', 'c1')))
    expect(await readDecisions(edition)).toHaveLength(1)
    await appendDecision(edition, decision('anna', 'c2'))
    expect((await readDecisions(edition)).map((each) => each.target.id)).toEqual(['c1', 'c2'])
  })

  it('may have a byte order mark, CRLF and blank lines', async () => {
    const edition = temporaryFolder()
    write(edition, `\ufeff${JSON.stringify(decision('anna', 'c1'))}\r\n\r\n`)
    expect(await readDecisions(edition)).toHaveLength(1)
  })

  it('are never written anew: what stood in the log stands there byte for byte', async () => {
    const edition = temporaryFolder()
    const odd = `${JSON.stringify({ ...decision('anna', 'c1'), later: 'a key of tomorrow' })}\n\n`
    write(edition, odd)
    await appendDecision(edition, decision('anna', 'c2'))
    expect(readFileSync(log(edition), 'utf8').startsWith(odd)).toBe(true)
  })

  it.each([
    ['no JSON', '{"at":\n', ':2'],
    ['an act that there is not', JSON.stringify({ ...MARKING, act: 'burn' }), ':2'],
    ['no target', JSON.stringify({ ...MARKING, target: undefined }), ':2'],
  ])('say file and line of %s between whole lines', async (_, line, place) => {
    const edition = temporaryFolder()
    const whole = JSON.stringify(MARKING)
    write(edition, `${whole}\n${line.trimEnd()}\n${whole}\n`)
    const error = await inputErrorOf(() => readDecisions(edition))
    expect(error.message).toContain(
      `Unexpected line at ${log(edition)}${place}, expected a decision`,
    )
    expect(error.advice).toContain('Bring back the line')
  })

  it('stay within their folder, whatever the editor is called', async () => {
    const edition = temporaryFolder()
    await appendDecision(edition, decision('../../evil', 'c1'))
    await appendDecision(edition, decision('/', 'c2'))
    expect(readdirSync(join(edition, 'decisions'))).toEqual(['editor.jsonl', 'evil.jsonl'])
  })
})
