import { type Command, Option } from 'commander'
import type { DiffOptions } from './diff.ts'
import type { ExitCode } from './exit-code.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** Adds `emend diff` to the program. */
export function addDiff(
  program: Command,
  world: World,
  shop: Workshop,
  done: (code: ExitCode) => void,
): void {
  program
    .command('diff')
    .summary('show what the edition corrects')
    .description(
      'Shows what the edition of a book reads otherwise than the raw text, with what is around it and ' +
        'why; or, with BOOK@REVISION, otherwise than in that revision of git.',
    )
    .argument('<book>', 'a slug, or a slug and a revision of git: book@HEAD')
    .addOption(new Option('--by <what>', 'group by').choices(['page', 'rule', 'series']))
    .option('--rule <id>', 'what a rule corrects')
    .option('--page <number>', 'what is corrected on a page')
    .option('--series <sic=corr>', 'what reads so')
    .option('--query <text>', 'what has this in it or around it')
    .option('--all', 'proposals and rejected ones too')
    .option('--stat', 'counts alone')
    .option('--unified', 'a patch of the raw text that `git apply` takes')
    .option('--html', 'a page by itself')
    .option('--criticmarkup', 'the raw text with the corrections marked in it')
    .option('--json', 'print the corrections for programs')
    .addHelpText(
      'after',
      `
Examples:
  $ emend diff book
  $ emend diff book --by series --all
  $ emend diff book --rule word/homoglyph --stat
  $ emend diff book --unified > book.patch
  $ emend diff book@HEAD`,
    )
    .action(async (what: string, options: DiffOptions) => {
      const { diff } = await import('./diff.ts')
      done(await diff(what, options, world, shop))
    })
}
