import { type Command, InvalidArgumentError, Option } from 'commander'
import { ROLES, type Role } from '../model/marking.ts'
import type { Choice } from './choose-corrections.ts'
import type { DecideOptions } from './decide.ts'
import { VERBS, type Verb } from './decide-verbs.ts'
import type { ExitCode } from './exit-code.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

const STATES = ['applied', 'proposed', 'accepted', 'rejected', 'amended'] as const

/** Adds `emend decide` to the program. */
export function addDecide(
  program: Command,
  world: World,
  shop: Workshop,
  done: (code: ExitCode) => void,
): void {
  const verbs = Object.entries(VERBS).map(([verb, what]) => `  ${verb.padEnd(9)} ${what}`)
  program
    .command('decide')
    .summary('decide about corrections and markings')
    .description(
      'Writes a decision on all that is meant into edition/BOOK/decisions/ as one act, and makes the ' +
        'edition anew. Exits with 1 when nothing was found to decide about.',
    )
    .argument('<book>', 'a slug')
    .argument('<verb>', 'what is decided, see below', verbOf)
    .argument('[value]', 'a reading, a role, a word, a rule, a state or a note')
    .option('--id <id...>', 'ids of entries of the apparatus')
    .option('--series <sic=corr>', 'all that read so, as the review page lists them')
    .option('--rule <id>', 'all that a rule proposes')
    .option('--page <number>', 'all on a page')
    .addOption(new Option('--line <number>', 'all on a raw line').argParser(lineOf))
    .addOption(
      new Option('--cert <certainty>', 'all of a certainty').choices(['high', 'medium', 'low']),
    )
    .addOption(new Option('--state <state>', 'all in a state').choices([...STATES]))
    .option('--query <text>', 'all that have this in them or around them')
    .addOption(new Option('--role <role>', 'for set and unset').choices([...ROLES]))
    .option('--text <text>', 'a stretch of the line, as printed')
    .option('--by <name>', 'who decides (default: $EMEND_EDITOR, or as git knows you)')
    .option('--note <text>', 'why, for the apparatus')
    .option('--dry-run', 'show what would be decided, and write nothing')
    .option('--json', 'print the events for programs')
    .addHelpText(
      'after',
      `
What can be decided:
${verbs.join('\n')}

Examples:
  $ emend decide book accept --rule word/homoglyph --cert high
  $ emend decide book reject --series "teh=the" --note "so in all editions"
  $ emend decide book amend "press" --id c1a2b3
  $ emend decide book emend "press" --line 351 --text "prefs"
  $ emend decide book set hard --role hyphen --line 12
  $ emend decide book unset --role heading --line 40
  $ emend decide book page reviewed --page 17
  $ emend decide book undo`,
    )
    .action(async (slug: string, verb: Verb, value: string | undefined, flags: Flags) => {
      const { decide } = await import('./decide.ts')
      const { role, text, by, note, dryRun, json, ...choice } = flags
      const asked = {
        verb,
        ...(value === undefined ? {} : { value }),
        ...(role === undefined ? {} : { role }),
        ...(text === undefined ? {} : { text }),
      }
      const options: DecideOptions = {
        ...(by === undefined ? {} : { by }),
        ...(note === undefined ? {} : { note }),
        ...(dryRun === undefined ? {} : { dryRun }),
        ...(json === undefined ? {} : { json }),
      }
      done(await decide(slug, asked, choice, options, world, shop))
    })
}

interface Flags extends Choice, DecideOptions {
  readonly role?: Role
  readonly text?: string
}

function verbOf(word: string): Verb {
  if (isVerb(word)) return word
  throw new InvalidArgumentError(`Expected one of ${Object.keys(VERBS).join(', ')}.`)
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(VERBS, word)
}

function lineOf(word: string): number {
  if (/^[1-9]\d*$/u.test(word)) return Number(word)
  throw new InvalidArgumentError('Expected the number of a raw line, from 1.')
}
