import type { Command } from 'commander'
import type { AbsorbOptions } from './absorb.ts'
import type { ExitCode } from './exit-code.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** Adds `emend absorb` to the program. */
export function addAbsorb(
  program: Command,
  world: World,
  shop: Workshop,
  done: (code: ExitCode) => void,
): void {
  program
    .command('absorb')
    .summary('turn an edited Markdown edition into decisions')
    .description(
      'Reads FILE, a BOOK.md that was corrected in a text editor, and makes a decision of each ' +
        'difference from the edition: words, paragraphs joined and split, headings, calls of notes, ' +
        'pages, emphasis. Then it makes the edition anew. Exits with 1 when something is not understood; ' +
        'that is listed, and nothing is decided about it.',
    )
    .argument('<book>', 'a slug')
    .argument('<file>', 'the edited Markdown')
    .option('--by <name>', 'who decides (default: $EMEND_EDITOR, or as git knows you)')
    .option('--dry-run', 'show what would be decided, and write nothing')
    .option('--json', 'print decisions and differences for programs')
    .addHelpText(
      'after',
      `
Examples:
  $ emend absorb book edition/book/book.md
  $ emend absorb book corrected.md --dry-run
  $ emend absorb book corrected.md --by "Anna Berg" --json`,
    )
    .action(async (slug: string, file: string, options: AbsorbOptions) => {
      const { absorbFile } = await import('./absorb.ts')
      done(await absorbFile(slug, file, options, world, shop))
    })
}
