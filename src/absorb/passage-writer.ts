import type { WitnessPlace } from '../formats/markdown/witness-place.ts'
import { type Passage, SIGN, type Sign } from './passage.ts'

/** Gathers the characters and signs of one passage. */
export class PassageWriter {
  #text = ''
  readonly #places: (WitnessPlace | undefined)[] = []
  readonly #emphasised: boolean[] = []
  readonly #lines: number[] = []
  readonly #signs = new Map<number, Sign>()
  #blank: { readonly place: WitnessPlace | undefined; readonly emphasised: boolean } | undefined
  #line: number

  constructor(line: number) {
    this.#line = line
  }

  /** Puts down text as it is read: a run of white space is one blank, none at the ends. */
  put(value: string, line: number, emphasised: boolean, places: readonly WitnessPlace[]): void {
    this.#line = line
    for (let i = 0; i < value.length; i++) {
      const character = value.charAt(i)
      if (character === '\n') this.#line++
      if (/[\t\n\r ]/.test(character)) this.#blank ??= { place: places[i], emphasised }
      else this.#character(character, places[i], emphasised)
    }
  }

  /** Puts down text whose white space counts. */
  putExact(value: string, line: number, places: readonly WitnessPlace[]): void {
    this.#line = line
    for (let i = 0; i < value.length; i++) {
      this.#add(value.charAt(i), places[i], false)
      if (value.charAt(i) === '\n') this.#line++
    }
  }

  /** A blank before a page stands before it, one behind it as well; none stands at a line break. */
  sign(sign: Sign, line: number): void {
    this.#line = line
    if (sign.kind === 'line break') this.#blank = undefined
    if (sign.kind !== 'page') this.#settle()
    if (sign.kind === 'page' && this.#blank) this.#settle()
    this.#signs.set(this.#text.length, sign)
    this.#add(SIGN, undefined, false)
  }

  finish(kind: string, frame: string, line: number): Passage {
    return {
      kind,
      frame,
      line,
      text: this.#text,
      places: this.#places,
      emphasised: this.#emphasised,
      lines: this.#lines,
      signs: this.#signs,
    }
  }

  #character(character: string, place: WitnessPlace | undefined, emphasised: boolean): void {
    this.#settle()
    this.#add(character, place, emphasised)
  }

  /** Sets down the blank that is waiting, if something stands before it that it parts. */
  #settle(): void {
    const blank = this.#blank
    this.#blank = undefined
    if (!blank || this.#text === '') return
    const last = this.#signs.get(this.#text.length - 1)
    if (last?.kind === 'line break') return
    if (last?.kind === 'page') this.#beforePages(blank)
    else this.#add(' ', blank.place, blank.emphasised)
  }

  /** Moves a blank before the pages that stand last, unless one stands there or they begin it all. */
  #beforePages(blank: {
    readonly place: WitnessPlace | undefined
    readonly emphasised: boolean
  }): void {
    let at = this.#text.length
    while (this.#signs.get(at - 1)?.kind === 'page') at--
    if (at === 0 || this.#text[at - 1] === ' ') return
    if (this.#signs.get(at - 1)?.kind === 'line break') return
    const pages: Sign[] = []
    for (let i = at; i < this.#text.length; i++) {
      const page = this.#signs.get(i)
      if (page) pages.push(page)
      this.#signs.delete(i)
    }
    this.#text = this.#text.slice(0, at)
    this.#places.length = this.#emphasised.length = this.#lines.length = at
    this.#add(' ', blank.place, blank.emphasised)
    for (const page of pages) {
      this.#signs.set(this.#text.length, page)
      this.#add(SIGN, undefined, false)
    }
  }

  #add(unit: string, place: WitnessPlace | undefined, emphasised: boolean): void {
    this.#text += unit
    this.#places.push(place)
    this.#emphasised.push(emphasised)
    this.#lines.push(this.#line)
  }
}
