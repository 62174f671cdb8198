import { CATALOGUE } from '../formats/catalogue.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { printableJson } from './printable.ts'
import { styled } from './screen.ts'
import type { World } from './world.ts'

/** `emend export --list`: every format, and every flavour, on a line of its own. */
export function listFormats(options: { readonly json?: boolean }, { out }: World): ExitCode {
  const lines = CATALOGUE.flatMap(({ name, title, flavours = {} }) => [
    { name, title },
    ...Object.entries(flavours).map(([flavour, what]) => ({
      name: `${name}:${flavour}`,
      title: what,
    })),
  ])
  if (options.json) {
    out.raw(`${printableJson({ formats: lines })}\n`)
    return EXIT.done
  }
  const width = Math.max(...lines.map(({ name }) => name.length)) + 2
  for (const { name, title } of lines) {
    out.line([styled('strong', name), ' '.repeat(width - name.length), title], 0, width)
  }
  return EXIT.done
}
