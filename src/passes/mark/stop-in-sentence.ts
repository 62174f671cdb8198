import type { Edit } from '../../model/emendation.ts'
import type { Pass } from '../../model/rule.ts'
import { isLetter } from './joint.ts'

const RULE = 'mark/stop-in-sentence'

/** A shorter word before it is an abbreviation, listed or not. */
const SHORTEST = 5

/** Finds full stops in the middle of a sentence: what follows begins with a small letter. */
export const stopInSentence: Pass = ({ reading: { text }, language, survey }) => {
  const abbreviations = new Set(language.abbreviations)
  const edits: Edit[] = []
  for (let stop = text.indexOf('. '); stop >= 0; stop = text.indexOf('. ', stop + 2)) {
    if (!/^\p{Ll}/u.test(text.charAt(stop + 2))) continue
    let from = stop
    while (isLetter(text.charCodeAt(from - 1))) from--
    const printed = text.slice(from, stop)
    const word = printed.toLowerCase()
    if (word.length < SHORTEST || printed !== word || abbreviations.has(word)) continue
    if (survey.count(word) < 2 && !language.lexicon.has(word)) continue
    edits.push({
      kind: 'edit',
      rule: RULE,
      error: 'punctuation',
      from: stop,
      to: stop + 1,
      corr: ',',
      candidates: [',', ''],
      cert: 'medium',
      evidence: [`a full stop behind «${word}», and the sentence goes on with a small letter`],
    })
  }
  return edits
}
