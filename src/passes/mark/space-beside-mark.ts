import type { Certainty } from '../../model/certainty.ts'
import type { Edit } from '../../model/emendation.ts'
import { pieceAt, witnessOffset } from '../../model/reading.ts'
import type { Pass } from '../../model/rule.ts'
import type { View } from '../../model/view.ts'
import { type Joint, type JointNorm, jointsOf } from './joint.ts'

/** A norm is one when a book follows it so often at least. */
const CASES = 8
/** What breaks it may be an error when it is no more than this share of the joints of its kind. */
const SHARE = 0.3
/** Below it there is little doubt, and below the other none. */
const LIKELY = 0.05
const SURE = 0.01
/** Behind an ellipsis that follows a word. */
const SURE_BEHIND_ELLIPSIS = 0.25

/** Finds joints without the blank that the book sets there elsewhere. */
export const spaceMissing: Pass = (view) => broken(view, false)

/** Finds joints with a blank that the book does not set there elsewhere. */
export const spaceSuperfluous: Pass = (view) => broken(view, true)

function broken(view: View, spaced: boolean): readonly Edit[] {
  const { reading } = view
  const joints = jointsOf(reading)
  const calls = new Set(view.markings.of('call').flatMap(({ from, to }) => [from, to]))
  const edits: Edit[] = []
  for (const joint of joints) {
    if (joint.spaced !== spaced) continue
    const { norm } = joint
    const against = spaced ? norm.spaced : norm.tight
    const share = against / (norm.spaced + norm.tight)
    if (norm.spaced + norm.tight - against < CASES || share > SHARE) continue
    if (calls.size > 0 && calls.has(witnessOffset(reading, joint.at))) continue
    // The blank that stands for a line end is layout.
    if (spaced && reading.pieces[pieceAt(reading, joint.at)]?.source === 'layout') continue
    if (spaced && isWithinName(reading.text, joint.at)) continue
    const most = !spaced && isBehindEllipsis(reading.text, joint.at) ? SURE_BEHIND_ELLIPSIS : SURE
    const known = share <= most && isProse(view, joint)
    const isPlain = spaced
      ? !isAfterGap(reading.text, joint.at)
      : joinsWords(reading.text, joint.at)
    const sure = known && isPlain
    const cert = sure ? 'high' : share <= LIKELY ? 'medium' : 'low'
    edits.push(edit(joint, norm, cert, reading.text))
  }
  return edits
}

/** Whether an ellipsis stands between a word and another: it ends what is said, and what follows is apart. */
function isBehindEllipsis(text: string, at: number): boolean {
  return /[\p{L}»”]…$/u.test(text.slice(at - 2, at))
}

/** Whether what follows a blank is a name that begins with a mark: *.profile*, *:80*, or a path. */
function isWithinName(text: string, blank: number): boolean {
  return /^(?:[.:!?…][\p{L}\p{N}]|[/\\~$_@#])/u.test(text.slice(blank + 1, blank + 3))
}

/** Whether a word may be missing before a blank: *it is done by .* says less than it should. */
function isAfterGap(text: string, blank: number): boolean {
  return /[.:!?…)]/u.test(text.charAt(blank + 1))
}

/** Two words with a mark between them, and what may stand around each. */
const TWO_WORDS = /^[«„“"(]*[\p{L}’'-]+[»”")]*[.,;:!?…]+[«„“"(]*[\p{L}’'-]+[»”").,;:!?…]*$/u

/** A name in capitals before a stop, as of a file, and words in proportion: *READ.me*, *height:width*. */
const NO_SENTENCE = /(?<!\p{L})\p{Lu}{2,}\.|:[«„“"(]*(?:\p{Ll}|\p{L}(?!\p{L}))|::/u

/**
 * Whether nothing but two words meet where a blank is missing: *u=r,g+w*, *max(R,G)* and *a.b.c* are no
 * prose, *(in)voluntary* is meant so.
 */
function joinsWords(text: string, at: number): boolean {
  const from = text.slice(Math.max(0, at - 40), at).search(/\S+$/u) + Math.max(0, at - 40)
  const [chunk = ''] = /^\S+/u.exec(text.slice(from, at + 40)) ?? []
  return TWO_WORDS.test(chunk) && !/\.\./u.test(chunk) && !NO_SENTENCE.test(chunk)
}

/** Whether the words on both sides are of the language: file names and formulas are no prose. */
function isProse({ reading: { text }, language, survey }: View, { at, spaced }: Joint): boolean {
  const left = /\p{L}+[^\p{L}\s]{1,3}$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0]
  const right = /^[^\p{L}\s]{0,2}\p{L}+/u.exec(text.slice(spaced ? at + 1 : at, at + 30))?.[0]
  const words = [left, right].flatMap((one) => one?.match(/\p{L}+/u)?.[0] ?? [])
  return words.every((word) => {
    const small = word.toLowerCase()
    if (language.lexicon.has(small) || language.lexicon.has(word)) return true
    // A name is one that the book has; other words with a mark between them may be of a command.
    return survey.count(small) > 2 && (spaced || word !== small)
  })
}

function edit({ at, spaced }: Joint, norm: JointNorm, cert: Certainty, text: string): Edit {
  const [usual, other] = spaced ? [norm.tight, norm.spaced] : [norm.spaced, norm.tight]
  const around = text.slice(Math.max(0, at - 6), at + 6).trim()
  const how = spaced ? 'without a blank' : 'with a blank'
  const corr = spaced ? '' : ' '
  return {
    kind: 'edit',
    rule: spaced ? 'mark/space-superfluous' : 'mark/space-missing',
    error: 'space',
    from: at,
    to: spaced ? at + 1 : at,
    corr,
    candidates: [corr],
    cert,
    evidence: [
      `the book sets such a place as in «${around}» ${how} ${usual} times, otherwise ${other} times`,
    ],
  }
}
