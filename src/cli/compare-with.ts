import { type Change, type Comparison, compareScores, isWorse } from '../evaluate/compare-scores.ts'
import { showFigure } from '../evaluate/figures.ts'
import { readSavedScore, type SavedScore } from '../evaluate/saved-score.ts'
import type { Miss } from '../evaluate/task.ts'
import { InputError } from '../model/input-error.ts'
import { RAW_LIMIT, readText } from '../store/read-file.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type Style, styled } from './screen.ts'
import type { World } from './world.ts'

/** Most misses of a kind that are shown. */
const SHOWN = 10

/** Compares a score with one in a file, tells what is otherwise, and returns 1 for a loss. */
export async function compareWith(
  path: string,
  now: SavedScore,
  isJson: boolean,
  world: World,
): Promise<{ readonly code: ExitCode; readonly json: unknown }> {
  const before = readSavedScore(await readText(path, RAW_LIMIT), path)
  if (before.book !== now.book) {
    throw new InputError(
      `Unexpected figures of ${before.book} in ${path}, expected those of ${now.book}`,
    )
  }
  const comparison = compareScores(before, now)
  const worse = isWorse(comparison)
  if (!isJson) tellComparison(path, comparison, world)
  const { better, worse: fallen, added, newMisses, goneMisses } = comparison
  return {
    code: worse ? EXIT.findings : EXIT.done,
    json: {
      with: path,
      isWorse: worse,
      better,
      worse: fallen,
      added,
      newMisses: Object.fromEntries(newMisses),
      goneMisses: Object.fromEntries(goneMisses),
    },
  }
}

function tellComparison(path: string, comparison: Comparison, world: World): void {
  const { better, worse, added, newMisses, goneMisses } = comparison
  const { out } = world
  out.line([styled('strong', 'Compared with '), path])
  tellChanges('worse', 'bad', worse, world)
  tellChanges('better', 'good', better, world)
  tellChanges('new', 'faint', added, world)
  tellMoved('new miss', 'warn', newMisses, world)
  tellMoved('miss gone', 'good', goneMisses, world)
  if ([better, worse, added].every(({ length }) => length === 0) && newMisses.size === 0) {
    if (goneMisses.size === 0) out.line('nothing is otherwise', 2)
  }
}

function tellChanges(what: string, style: Style, changes: readonly Change[], { out }: World): void {
  for (const { name, before, after, matters } of changes) {
    const was = before ? showFigure(before) : 'not measured'
    const is = after ? showFigure(after) : 'not measured'
    const weight = what === 'worse' && !matters ? ' (does not count)' : ''
    out.line([styled(style, `${what}: `), `${name}: `, `${was} → ${is}`, weight], 2, 4)
  }
}

function tellMoved(
  what: string,
  style: Style,
  kinds: ReadonlyMap<string, readonly Miss[]>,
  { out }: World,
): void {
  for (const [kind, misses] of kinds) {
    for (const { line, truth, edition, text } of misses.slice(0, SHOWN)) {
      const place = line === 0 ? '' : `line ${line}: `
      out.line(
        [
          styled(style, `${what}: `),
          `${kind}: ${place}`,
          `${truth} → ${edition}`,
          styled('faint', `  ${text}`),
        ],
        2,
        4,
      )
    }
    const rest = misses.length - SHOWN
    if (rest > 0) out.line([styled(style, `${what}: `), `${kind}: and ${rest} more`], 2, 4)
  }
}
