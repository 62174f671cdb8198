import { InputError } from '../model/input-error.ts'
import type { Rule } from '../model/rule.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { tellFailure } from './failure.ts'
import { printableJson } from './printable.ts'
import { styled } from './screen.ts'
import type { Workshop } from './workshop.ts'
import type { World } from './world.ts'

/**
 * `emend rules`: lists the rules, or tells of one. Faulty rule files are reported, and make the exit
 * code 3.
 */
export async function rules(
  id: string | undefined,
  options: { readonly json?: boolean },
  world: World,
  shop: Workshop,
): Promise<ExitCode> {
  const found = await shop.rules(world.root)
  const wanted = id === undefined ? found.rules : [ruleOf(id, found.rules)]
  if (options.json) world.out.raw(`${printableJson({ rules: wanted.map(jsonOf) })}\n`)
  else if (id === undefined) list(wanted, world)
  else for (const rule of wanted) tell(rule, world)
  let code: ExitCode = EXIT.done
  for (const fault of found.faults) code = tellFailure(fault, world)
  return code
}

function ruleOf(id: string, known: readonly Rule[]): Rule {
  const rule = known.find((each) => each.id === id || each.id.endsWith(`/${id}`))
  if (rule) return rule
  throw new InputError(`No rule \`${id}\``, '`emend rules` lists them.')
}

function list(known: readonly Rule[], { out }: World): void {
  const wide = Math.max(4, ...known.map((rule) => rule.id.length)) + 2
  const head = columnsOf('proposes', 'status', 'unasked', 'languages')
  out.line(styled('faint', `${'rule'.padEnd(wide)}${head}`))
  for (const rule of known) {
    const told = columnsOf(rule.proposes, rule.status, standing(rule), languagesOf(rule))
    out.line([styled('strong', rule.id.padEnd(wide)), told], 0, wide)
  }
}

function tell(rule: Rule, { out }: World): void {
  out.line([styled('strong', rule.title), ` (${rule.id})`])
  out.line(rule.summary, 2)
  out.line(`proposes: ${rule.proposes}`, 2)
  out.line(`languages: ${languagesOf(rule)}`, 2)
  out.line(`status: ${rule.status}${rule.proposes === 'marking' ? '' : `, ${standing(rule)}`}`, 2)
}

function columnsOf(proposes: string, status: string, unasked: string, languages: string): string {
  return `${proposes.padEnd(10)}  ${status.padEnd(7)}  ${unasked.padEnd(7)}  ${languages}`
}

/** Whether an emendation is applied unasked. A marking changes no character. */
function standing(rule: Rule): string {
  if (rule.proposes === 'marking') return '–'
  return rule.unasked ? 'applied' : 'asks'
}

function languagesOf(rule: Rule): string {
  return rule.languages.length === 0 ? 'all languages' : rule.languages.join(', ')
}

function jsonOf(rule: Rule): Omit<Rule, 'pass'> {
  const { pass: _, ...rest } = rule
  return rest
}
