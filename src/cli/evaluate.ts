import { confusionsOf } from '../evaluate/confusions.ts'
import { editionLines } from '../evaluate/edition-lines.ts'
import { figuresOf } from '../evaluate/figures.ts'
import { missKinds } from '../evaluate/report.ts'
import { savedScore, writeSavedScore } from '../evaluate/saved-score.ts'
import { score } from '../evaluate/score.ts'
import { type RuleFigure, scoreFirstReadings, scoreRules } from '../evaluate/score-rules.ts'
import type { Share } from '../evaluate/share.ts'
import { taskOf } from '../evaluate/task.ts'
import { InputError } from '../model/input-error.ts'
import { wilson } from '../model/wilson.ts'
import { replaceFile } from '../store/write-file.ts'
import { compareWith } from './compare-with.ts'
import { type EvaluatedBook, readEvaluated } from './evaluated-book.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type BookReport, forEachBook } from './for-each-book.ts'
import { styled } from './screen.ts'
import { tellRules } from './tell-rules.ts'
import { tellMisses, tellScore } from './tell-score.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

export interface EvaluateOptions {
  /** A file or a folder with gold records. */
  readonly truth?: string
  /** A file with the reading text of the truth. */
  readonly words?: string
  /** The kind of misses to list, or `all`. */
  readonly misses?: string
  readonly json?: boolean
  readonly save?: string
  readonly compare?: string
  readonly html?: string
  /** A policy into which the figures of the rules are written. */
  readonly calibrate?: string
  /** Whether the rules are told of, and not the figures. */
  readonly rules?: boolean
}

/**
 * `emend evaluate`: scores editions on the disk against what is known of their texts. The exit code
 * is 1 when a run that it is compared with did better in something that matters.
 */
export async function evaluate(
  names: readonly string[],
  options: EvaluateOptions,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  return forEachBook(
    names,
    world,
    { json: options.json === true, doing: 'Evaluating' },
    async (slug) => {
      const book = await readEvaluated(slug, options, world, shop)
      return 'reason' in book ? book : evaluateBook(book, options, world)
    },
  )
}

async function evaluateBook(
  book: EvaluatedBook,
  options: EvaluateOptions,
  world: World,
): Promise<BookReport> {
  const found = score(book.edition, book.known)
  const saved = savedScore(book.slug, found)
  if (!options.json) {
    if (options.rules) tellRules(book, rulesOf(book).rules, rulesOf(book).first, world)
    else if (options.misses === undefined) tellScore(book, found, world)
    else tellMisses(book, found, kindOf(options.misses, found), world)
  }
  if (options.calibrate !== undefined) {
    const { calibrated } = await import('./calibrate.ts')
    const policy = await calibrated(
      options.calibrate,
      rulesOf(book).rules,
      `the annotation of ${book.slug}`,
    )
    await write(options.calibrate, [policy], options, world)
  }
  const compared =
    options.compare === undefined
      ? undefined
      : await compareWith(options.compare, saved, options.json === true, world)
  if (options.save !== undefined)
    await write(options.save, [writeSavedScore(saved)], options, world)
  if (options.html !== undefined) {
    const { scorePage } = await import('../evaluate/page/score-page.ts')
    const { reading } = editionLines(book.edition)
    const { slug, text, truth } = book
    const raw = book.known.raw.split('\n')
    await write(
      options.html,
      scorePage({ slug, text, truth, raw, reading, score: found }),
      options,
      world,
    )
  }
  const json = {
    state: 'evaluated',
    edition: book.path,
    truth: book.truth,
    figures: figuresOf(found).map((figure) => ({
      ...figure,
      ...(figure.share ? { interval: wilson(figure.share) } : {}),
    })),
    confusions: confusionsOf(found),
    misses: saved.misses,
    ...(options.rules ? rulesOf(book) : {}),
    ...(compared ? { compared: compared.json } : {}),
  }
  return { code: compared?.code ?? EXIT.done, json }
}

/** Throws an `InputError` where the edition has no apparatus for programs. */
function rulesOf({ edition, known, path }: EvaluatedBook): {
  readonly rules: readonly RuleFigure[]
  readonly first: Share
} {
  if (known.apparatus) {
    const task = taskOf(editionLines(edition), known.raw, known.gold)
    return {
      rules: scoreRules(task, known.apparatus),
      first: scoreFirstReadings(task, known.apparatus),
    }
  }
  throw new InputError(`No apparatus.jsonl beside ${path}, expected the entries of its rules`)
}

async function write(
  path: string,
  content: Iterable<string>,
  options: EvaluateOptions,
  world: World,
): Promise<void> {
  const changed = await replaceFile(path, content)
  if (options.json) return
  world.out.line([styled('strong', path), changed ? ' written' : ' unchanged'])
}

/** The kinds of misses that were asked for. Throws an `InputError` for one that there is not. */
function kindOf(asked: string, found: ReturnType<typeof score>): readonly string[] {
  const kinds = [...missKinds(found).keys()]
  if (asked === 'all') return kinds
  const kind = asked.replaceAll('-', ' ')
  if (kinds.includes(kind)) return [kind]
  throw new InputError(
    `Unexpected kind of misses \`${asked}\`, expected all or one of ${kinds.join(', ')}`,
    'A blank in it can be written as a hyphen.',
  )
}
