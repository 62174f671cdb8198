/** Markup that is safe to stand in a page. Only `html` makes it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Markup | readonly Markup[]

/**
 * Makes markup of a template: what the template says is markup, what stands in it is text, whatever
 * it holds. A value stands in an element or in an attribute with quotation marks.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, i) => part + shown(values[i])).join(''))
}

function shown(value: Value | undefined): string {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.text
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : escaped(`${value}`)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * C0 but tab and line feed, DEL, C1, lone surrogates, and what shows as nothing or lets text run
 * backwards: zero-width characters, marks and overrides of direction.
 */
const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu

function escaped(text: string): string {
  return text.replace(UNSEEN, picture).replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark)
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
