import { writable } from '../reading/writable.ts'

const SUSPECT = /[&<>[\]{}|~_']|:\/\/|ISBN|PMID|RFC/
const SPECIAL = /[&<>[\]{}|]|~(?=~)|_(?=_)|(?<=')'|'(?=')|:(?=\/\/)|(?<=ISBN|PMID|RFC)\s/g
const LINE_START = /^[*#:;=!\- ]/
const LINE_END = /=$/

/** Text that MediaWiki shows as it is, in the midst of a line. */
export function escapeWiki(text: string): string {
  const plain = writable(text)
  return SUSPECT.test(plain) ? plain.replace(SPECIAL, entity) : plain
}

/** The same in an argument of a template. */
export function escapeArgument(text: string): string {
  return escapeWiki(text)
    .replace(/=/g, entity)
    .replace(/^[*#:;]/, entity)
}

/** A line whose first and last characters have no meaning to MediaWiki. It is escaped otherwise. */
export function wholeLine(line: string): string {
  return line.replace(LINE_START, entity).replace(LINE_END, entity)
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`
}
