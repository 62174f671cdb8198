import type { Edition } from '../../model/edition.ts'
import { codePoints } from './code-points.ts'
import { entry } from './entry.ts'
import { wordsOfCorrections } from './words-of-corrections.ts'

/** The apparatus: every entry, in the order of the witness. */
export function* standOff(edition: Edition): Iterable<string> {
  const { corrections, witness } = edition
  yield '<standOff type="apparatus" xml:id="apparatus">\n'
  if (corrections.length === 0) {
    yield '<note>No corrections.</note>\n</standOff>\n'
    return
  }
  yield '<listApp type="editorial-corrections">\n<head>Apparatus of corrections</head>\n'
  const surroundings = {
    codePoints: codePoints(
      witness.text,
      corrections.flatMap(({ parts }) => parts),
    ),
    words: wordsOfCorrections(edition),
  }
  for (const one of corrections) yield entry(one, surroundings)
  yield '</listApp>\n</standOff>\n'
}
