import type { Piece } from './html-pieces.ts'

/** Words of each language that no text of it is without, and that no other has. */
const COMMON: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|of|and|is|to|that|with|for|are)\b/giu,
  de: /\b(?:der|die|das|und|ist|nicht|mit|für|ein|eine|den|von|auf|werden|sie)\b/giu,
  fr: /\b(?:le|la|les|des|est|une|et|pour|dans|que|qui|du|en)\b/giu,
  it: /\b(?:il|di|che|è|per|una|della|un|e|con|del|non)\b/giu,
  es: /\b(?:el|la|de|que|los|para|una|es|en|del|las|con)\b/giu,
  pl: /(?<!\p{L})(?:w|z|na|i|jest|się|nie|do|to|że|oraz|dla)(?!\p{L})/giu,
}

/** No token is wider than the narrowest column. */
const LONGEST_TOKEN = 40
const WIDEST_ROW = 60

/** What can be set in print in the language of the text; undefined for what cannot. */
export function cleanPiece(piece: Piece, language: string): Piece | undefined {
  if (piece.what === 'rows') {
    const rows = piece.rows.map(cleanText)
    const fits = rows.every((row) => row.length <= WIDEST_ROW)
    return fits && rows.length > 1 ? { ...piece, rows } : undefined
  }
  const text = cleanText(piece.text)
  if (
    !/\p{L}{2}/u.test(text) ||
    text.split(/[ \u00a0]/u).some((one) => one.length > LONGEST_TOKEN)
  ) {
    return undefined
  }
  if (!isIn(language, text)) return undefined
  return { ...piece, text }
}

/** Characters as they are set: narrow and wide blanks are one, dashes are tied to the word before. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, (mark) =>
      mark === '\u202f' ? '\u00a0' : '',
    )
    .replaceAll(/[\u2000-\u200a\u202f]/gu, '\u00a0')
    .replaceAll(/ ?\u00a0 ?/gu, '\u00a0')
    .replaceAll(/[ \u00a0]([–—])(?=[ \u00a0])/gu, '\u00a0$1')
    .replaceAll(/([–—])\u00a0/gu, '$1 ')
    .replaceAll(/^(– |\d+\) )\s*/gu, '$1')
    .trim()
}

/** Whether a text is written in its language: a translation may not be complete. */
function isIn(language: string, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (language === 'ru') return cyrillic * 2 > letters
  if (cyrillic > 0) return false
  const own = COMMON[language]
  const english = COMMON.en
  if (!own || !english || own === english) return true
  return count(text, own) >= count(text, english)
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}
