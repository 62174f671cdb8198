import { CATALOGUE, type FormatEntry } from '../formats/catalogue.ts'

/** A format that was asked for, and in which flavour. */
export interface Target {
  readonly format: FormatEntry
  readonly flavour: string | undefined
}

/**
 * Reads what `--to` says: `markdown,tei:plain,docx`, or `all`. A `flavour` of its own is for those of the
 * formats that have it and name none themselves. Those that pack others come last.
 *
 * Returns a sentence where it names what there is not.
 */
export function targetsOf(to: string, flavour: string | undefined): readonly Target[] | string {
  const targets: Target[] = []
  for (const name of namesIn(to)) {
    const target = targetOf(name, flavour)
    if (typeof target === 'string') return target
    targets.push(target)
  }
  if (targets.length === 0) return `Unexpected \`--to ${to}\`, expected the name of a format.`
  if (flavour !== undefined && !targets.some((target) => target.flavour === flavour)) {
    return `Unexpected flavour \`${flavour}\`: no format of \`--to ${to}\` has it.`
  }
  return [...targets].sort((a, b) => Number(a.format.packs ?? 0) - Number(b.format.packs ?? 0))
}

/** The names, each once; `all` is every format with every flavour. */
function namesIn(to: string): readonly string[] {
  const names = to.split(',').flatMap((part) => {
    const name = part.trim()
    if (name === 'all') return CATALOGUE.flatMap(allOf)
    return name === '' ? [] : [name]
  })
  return [...new Set(names)]
}

function allOf({ name, flavours = {} }: FormatEntry): readonly string[] {
  return [name, ...Object.keys(flavours).map((flavour) => `${name}:${flavour}`)]
}

function targetOf(wanted: string, common: string | undefined): Target | string {
  const [name, own] = wanted.split(':')
  const format = CATALOGUE.find((entry) => entry.name === name)
  if (!format) {
    const names = CATALOGUE.map((entry) => entry.name).join(', ')
    return `Unexpected format \`${wanted}\`, expected one of: ${names}, all.`
  }
  const flavours = Object.keys(format.flavours ?? {})
  if (own !== undefined && !flavours.includes(own)) {
    const known = flavours.length > 0 ? flavours.join(', ') : 'none'
    return `Unexpected flavour \`${own}\` of ${name}, expected one of: ${known}.`
  }
  const shared = common !== undefined && flavours.includes(common) ? common : undefined
  return { format, flavour: own ?? shared }
}
