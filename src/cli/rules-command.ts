import { type Command, Option } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { OPEN_KINDS, type OpenKind } from './open-kinds.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

interface RulesFlags {
  readonly kind?: OpenKind
  readonly from?: string
  readonly to?: string
  readonly json?: boolean
}

/** Adds `emend rules` to the program. */
export function addRules(
  program: Command,
  world: World,
  shop: Workshop,
  done: (code: ExitCode) => void,
): void {
  program
    .command('rules')
    .summary('list the rules, tell of one, test them, or begin one')
    .description(
      "Lists the package's rules and those of this folder's own rules/, or tells of one. " +
        'Reports rule files that are not as they must be. `rules test` carries out the examples; ' +
        '`rules new ID` writes the skeleton of a rule.',
    )
    .argument('[rule]', 'the id of a rule, `test`, or `new`')
    .argument('[id]', 'of the rule to be tested; of the new rule: word/NAME or mark/NAME')
    .addOption(new Option('--kind <kind>', 'of a new rule').choices(OPEN_KINDS))
    .option('--from <text>', 'of a new rule: what is printed')
    .option('--to <text>', 'of a new rule: what shall be read')
    .option('--json', 'print the rules for programs')
    .addHelpText(
      'after',
      `
Examples:
  $ emend rules
  $ emend rules line/line-end-hyphen
  $ emend rules test
  $ emend rules new word/old-press --from prefs --to press
  $ emend rules new word/our-scan --kind confusion --from comrnon --to common`,
    )
    .action(async (rule: string | undefined, id: string | undefined, options: RulesFlags) => {
      if (rule === 'new') {
        const { newRule } = await import('./new-rule.ts')
        done(await newRule(id, options, world))
        return
      }
      if (rule === 'test') {
        const { testRules } = await import('./test-rules.ts')
        done(await testRules(id, world, shop))
        return
      }
      const { rules } = await import('./rules.ts')
      done(await rules(rule, options, world, shop))
    })
}
