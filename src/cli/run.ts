import { type Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../store/package-files.ts'
import { addAbsorb } from './absorb-command.ts'
import { addDecide } from './decide-command.ts'
import { addDiff } from './diff-command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import { addInit } from './init-command.ts'
import { addRules } from './rules-command.ts'
import type { Screen } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/**
 * Runs one command of `emend` and returns its exit code. Never throws.
 *
 * `words` are those after `emend` on the command line. Each command's module is loaded when it runs.
 */
export async function run(
  words: readonly string[],
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = programOf(world, shop, (result) => {
    code = result
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    return tellFailure(error, world)
  }
}

function programOf(world: World, shop: Workshop, done: (code: ExitCode) => void): Command {
  const program = new Command('emend')
  program
    .description('Makes a critical edition out of the raw text of a printed book.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureHelp({ helpWidth: 80, subcommandTerm: withArguments })
    .configureOutput({
      writeOut: (text) => linesTo(world.out, text),
      writeErr: (text) => linesTo(world.err, text),
      outputError: (text, write) => write(text.replace(/^error: /, 'emend: ')),
    })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Examples:
  $ emend init book.txt --title "The Art of Printing"
  $ emend build
  $ emend check book
  $ emend restore book --output again.txt

Exit codes: 0 done, 1 findings, 2 usage, 3 bad input, 4 fault.`,
    )

  addInit(program, world, shop, done)

  program
    .command('build')
    .summary('make the editions')
    .description(
      'Makes the editions of the books named, or of all under raw/, and writes them to edition/. ' +
        'A book whose text is absent is skipped.',
    )
    .argument('[book...]', 'slugs, or nothing for all books')
    .option('--bundle', 'write the TEI as one file instead of three')
    .option('--json', 'print the figures for programs')
    .addHelpText('after', examples('build', 'build one-book another-book', 'build book --bundle'))
    .action(async (books: string[], options: Flags<'bundle' | 'json'>) => {
      const { build } = await import('./build.ts')
      done(await build(books, options, world, shop))
    })

  program
    .command('export')
    .summary('make the editions in other formats')
    .description(
      'Makes the editions of the books named, or of all, in the formats of --to and writes them ' +
        'beside the others in edition/.',
    )
    .argument('[book...]', 'slugs, or nothing for all books')
    .option('--to <formats>', 'names of formats, with commas between, or all')
    .option('--flavour <name>', 'which flavour; the same as a `:name` behind the formats')
    .option('--list', 'list the formats and their flavours')
    .option('--json', 'print what was done for programs')
    .addHelpText(
      'after',
      examples(
        'export --list',
        'export book --to html,epub',
        'export book --to markdown:pandoc',
        'export book --to all',
      ),
    )
    .action(async (books: string[], options: ExportFlags, command: Command) => {
      if (options.list) {
        const { listFormats } = await import('./list-formats.ts')
        done(listFormats(options, world))
        return
      }
      if (options.to === undefined) {
        command.error('error: Unexpected command line, expected --to FORMAT, or --list.')
      }
      const { targetsOf } = await import('./export-targets.ts')
      const targets = targetsOf(options.to, options.flavour)
      if (typeof targets === 'string') command.error(`error: ${targets}`)
      const { exportBooks } = await import('./export.ts')
      done(await exportBooks(books, targets, options, world, shop))
    })

  addDiff(program, world, shop, done)
  addDecide(program, world, shop, done)
  addAbsorb(program, world, shop, done)

  program
    .command('check')
    .summary('list what is to be known about the books')
    .description(
      'Lists the notices of the books named, or of all, with file and line, and writes nothing. ' +
        'Exits with 1 when one of them is of weight.',
    )
    .argument('[book...]', 'slugs, or nothing for all books')
    .option('--json', 'print the notices for programs')
    .addHelpText('after', examples('check', 'check book --json'))
    .action(async (books: string[], options: Flags<'json'>) => {
      const { check } = await import('./check.ts')
      done(await check(books, options, world, shop))
    })

  program
    .command('restore')
    .summary('rebuild the raw file from its edition')
    .description(
      'Rebuilds the raw file byte for byte from edition/BOOK/BOOK.source.xml alone and checks its ' +
        'digest. Writes over nothing without --force.',
    )
    .argument('<book>', 'a slug, or the path of a BOOK.source.xml or of a bundle')
    .requiredOption('-o, --output <file>', 'where to write it; - is the standard output')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      examples('restore book --output book.txt', 'restore book --output - | sha256sum'),
    )
    .action(async (book: string, options: Flags<'force'> & { output: string }) => {
      const { restore } = await import('./restore.ts')
      done(await restore(book, options, world, shop))
    })

  program
    .command('evaluate')
    .summary('score editions against a truth')
    .description(
      'Scores the editions of the books named, or of all with a truth, against gold records: those ' +
        'at --truth, or raw/BOOK/*.gold.jsonl, or raw/BOOK/gold/. Exits with 1 when something that ' +
        'matters is worse than in the file of --compare.',
    )
    .argument('[book...]', 'slugs, or nothing for all books with a truth')
    .option('--truth <path>', 'a file or a folder with gold records')
    .option('--words <file>', 'the reading text of the truth, to compare the words')
    .option('--misses <kind>', 'list the misses of a kind, such as hyphens, or all')
    .option('--save <file>', 'write the figures and misses to a file')
    .option('--compare <file>', 'tell what is better or worse than in such a file')
    .option('--html <file>', 'write a page that shows each miss in its place')
    .option('--calibrate <policy>', 'write the figures of the rules into a rules/policy.json')
    .option('--rules', 'tell how well each rule does, and where it finds what is no known error')
    .option('--json', 'print figures and misses for programs')
    .addHelpText(
      'after',
      examples(
        'evaluate book',
        'evaluate book --truth gold/ --misses hyphens',
        'evaluate book --save before.json',
        'evaluate book --compare before.json --html misses.html',
      ),
    )
    .action(async (books: string[], options: EvaluateFlags, command: Command) => {
      const { words, save, compare, html, calibrate } = options
      if (books.length !== 1 && (words ?? save ?? compare ?? html ?? calibrate) !== undefined) {
        const single = '--words, --save, --compare, --html and --calibrate are for one book'
        command.error(`error: Unexpected ${books.length} books, expected one: ${single}.`)
      }
      const { evaluate } = await import('./evaluate.ts')
      done(await evaluate(books, options, world, shop))
    })

  program
    .command('review')
    .summary('look at what was done, and decide')
    .description(
      'Opens a book as a page in the browser of this machine: what was corrected, what is asked, ' +
        'and the printed pages. Each decision is written at once to edition/BOOK/decisions/.',
    )
    .argument('<book>', 'a slug')
    .option('--by <name>', 'who decides (default: $EMEND_EDITOR, or the name that git knows)')
    .option('--tty', 'ask in the terminal, with the keys of `git add -p`')
    .addOption(new Option('--port <number>', 'where to listen (default: any)').argParser(port))
    .option('--json', 'print the address for programs')
    .addHelpText(
      'after',
      examples('review book', 'review book --by "A. Editor"', 'review book --tty'),
    )
    .action(async (book: string, options: ReviewFlags) => {
      const { review } = await import('./review.ts')
      done(await review(book, options, world, shop))
    })

  addRules(program, world, shop, done)

  return program
}

/** A command in the list of commands. That all have options need not be said. */
function withArguments(command: Command): string {
  return [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ')
}

function argumentTerm(argument: Argument): string {
  const { variadic, required } = argument
  const word = `${argument.name()}${variadic ? '...' : ''}`
  return required ? `<${word}>` : `[${word}]`
}

/** Flags that were not given are not there. */
type Flags<Name extends string> = { readonly [Flag in Name]?: true }

interface EvaluateFlags {
  readonly truth?: string
  readonly words?: string
  readonly misses?: string
  readonly save?: string
  readonly compare?: string
  readonly html?: string
  readonly calibrate?: string
  readonly rules?: true
  readonly json?: true
}

interface ExportFlags {
  readonly to?: string
  readonly flavour?: string
  readonly list?: true
  readonly json?: true
}

interface ReviewFlags {
  readonly by?: string
  readonly port?: number
  readonly tty?: true
  readonly json?: true
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ emend ${line}`).join('\n')}`
}

function linesTo(screen: Screen, text: string): void {
  for (const line of text.replace(/\n$/, '').split('\n')) screen.line(line)
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number < 65_536) return number
  throw new InvalidArgumentError('Expected a number up to 65535.')
}
