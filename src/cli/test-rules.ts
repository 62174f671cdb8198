import { InputError } from '../model/input-error.ts'
import { readRule } from '../rules/read-rule.ts'
import type { RuleFile } from '../rules/rule-file.ts'
import { readRuleFiles } from '../store/rule-files.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import { styled } from './screen.ts'
import { holds, tryExample } from './try-example.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/** The language of an example that names none. */
const USUAL = 'en'

/**
 * `emend rules test`: carries out the examples of all rules, or of one, and tells of those that do not
 * show what they say. The exit code is 1 when there are any, and 3 for a faulty rule file.
 */
export async function testRules(
  id: string | undefined,
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const { rules, faults } = await shop.rules(world.root)
  const files = filesOf(
    await readRuleFiles(world.root),
    id,
    rules.map((rule) => rule.id),
  )
  let tried = 0
  let failed = 0
  for (const file of files) {
    for (const example of file.examples) {
      const language = await shop.language(world.root, example.language ?? USUAL)
      const result = tryExample(file, example, rules, language)
      tried++
      if (holds(example, result)) continue
      failed++
      const { out } = world
      out.line([styled('strong', `${file.path}:${example.line}`), ': ', example.title])
      out.line(['expected: ', result.expected], 2, 12)
      const isIdle = result.found === result.expected
      out.line(['found:    ', isIdle ? 'the same without the rule' : result.found], 2, 12)
    }
  }
  const fine = failed === 0 ? ', all as they say' : `, ${failed} otherwise than they say`
  world.out.line([counted(tried, 'example'), ' of ', counted(files.length, 'rule'), fine])
  let code: ExitCode = failed === 0 ? EXIT.done : EXIT.findings
  for (const fault of faults) code = tellFailure(fault, world)
  return code
}

/** The rules that can run, as their files have them; those that cannot are told of elsewhere. */
function filesOf(
  found: readonly { readonly path: string; readonly text: string }[],
  id: string | undefined,
  known: readonly string[],
): readonly RuleFile[] {
  const wanted = known.filter((one) => id === undefined || one === id || one.endsWith(`/${id}`))
  if (wanted.length === 0) throw new InputError(`No rule \`${id}\``, '`emend rules` lists them.')
  return found
    .filter(({ path }) => wanted.some((one) => path.replaceAll('\\', '/').endsWith(`/${one}.md`)))
    .map(({ path, text }) => readRule(text, path))
}
