import { isUtf8 } from 'node:buffer'
import { createRequire } from 'node:module'
import { InputError } from '../model/input-error.ts'
import { encodingName } from './encoding-name.ts'
import { utf8Health } from './utf-8.ts'
import type { Utf16 } from './utf-16.ts'

/** How many bytes are looked at where not all are. */
const SAMPLE = 1 << 16

/** How much of a line is looked at before and after a byte that is not ASCII, at the most. */
const REACH = 1 << 10

const LF = 0x0a

/** Below it the detector only guesses; the usual encoding of stray bytes is as good. */
const LEAST = 0.2

const require = createRequire(import.meta.url)

/**
 * Finds out the encoding of a text; its WHATWG name.
 *
 * A byte order mark decides, then UTF-16 without one, then sound UTF-8, then UTF-8 with few damaged
 * bytes, then jschardet, which is loaded only then. Throws an `InputError` when the encoding cannot
 * be told, or cannot be written back; `name` is for its message.
 */
export function detectEncoding(bytes: Uint8Array, name: string): string {
  return byOrderMark(bytes) ?? utf16WithoutMark(bytes) ?? byUtf8(bytes) ?? byLetters(bytes, name)
}

/** The encoding that a byte order mark declares. */
export function byOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 of a script whose letters lie below U+0800: every other byte is one that no text of single
 * bytes has in number, a control character. It must be told before UTF-8, as which it may be sound.
 */
export function utf16WithoutMark(bytes: Uint8Array): Utf16 | undefined {
  const units = Math.min(bytes.length, SAMPLE) >>> 1
  if (units < 2) return undefined
  const control = [0, 0]
  for (let i = 0; i < 2 * units; i++) {
    if (isControl(bytes[i] ?? 0)) control[i & 1] = (control[i & 1] ?? 0) + 1
  }
  const [even = 0, odd = 0] = control.map((count) => count / units)
  // The other byte of Cyrillic capitals may be one as well.
  if (odd >= 0.7 && odd - even >= 0.2) return 'utf-16le'
  if (even >= 0.7 && even - odd >= 0.2) return 'utf-16be'
  return undefined
}

/** Whether a byte is a control character that is rare in text: no tab, line end or page end. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a
}

function byUtf8(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return 'utf-8'
  const { sequences, damaged } = utf8Health(bytes)
  return damaged * 4 <= sequences ? 'utf-8' : undefined
}

function byLetters(bytes: Uint8Array, name: string): string {
  const jschardet: typeof import('jschardet') = require('jschardet')
  const { encoding: label, confidence } = jschardet.detect(tellingSample(bytes))
  if (label !== null && confidence < LEAST) return 'windows-1252'
  const encoding = label === null ? undefined : encodingName(label)
  if (encoding !== undefined && encoding !== 'multi-byte') return encoding
  const found = label === null ? 'an unknown one' : `one that looks like ${label}`
  throw new InputError(
    `Unexpected encoding of ${name}, ${found}, expected one that can be written back byte for byte`,
    label === null
      ? 'Say which it is: `--encoding LABEL`.'
      : `Convert it first: \`iconv -f ${label} -t UTF-8\`; or say what it is: \`--encoding LABEL\`.`,
  )
}

/** Up to 64 KB of the lines that are not ASCII: these alone tell the encodings apart. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (let at = 0, taken = 0; at < bytes.length && length < SAMPLE; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const before = bytes.subarray(Math.max(taken, at - REACH), at)
    const after = bytes.subarray(at, at + REACH)
    const from = at - (before.length - before.lastIndexOf(LF) - 1)
    taken = at + (after.indexOf(LF) + 1 || after.length)
    parts.push(bytes.subarray(from, taken))
    length += taken - from
    at = taken - 1
  }
  return Buffer.concat(parts, Math.min(length, SAMPLE))
}
