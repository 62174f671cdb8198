import type { LanguageData, Orthography, Respelling } from '../model/language.ts'
import { JsonFields } from './json-fields.ts'

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u

/**
 * Checks what was read from a file of `rules/languages/`.
 *
 * Throws an `InputError` that names the key when something is missing, unknown or of another type.
 */
export function parseLanguageData(json: unknown, path: string): LanguageData {
  const top = new JsonFields(json, path, 'See rules/languages/en.json for what a language says.')
  const data: LanguageData = {
    language: top.text('language', LANGUAGE),
    name: top.text('name'),
    script: top.oneOf('script', ['Cyrillic', 'Latin', 'Greek']),
    capitals: top.oneOf('capitals', ['names', 'nouns']),
    dictionary: top.oneOf('dictionary', ['bundled', 'optional']),
    hyphens: hyphensOf(top.fields('hyphens')),
    ...(top.has('orthographies')
      ? { orthographies: top.list('orthographies').map(orthographyOf) }
      : {}),
    abbreviations: top.words('abbreviations'),
    headings: headingsOf(top.fields('headings')),
    letters: lettersOf(top.fields('letters')),
    citations: top.words('citations'),
    editors: top.words('editors'),
  }
  top.close()
  return data
}

function hyphensOf(fields: JsonFields): LanguageData['hyphens'] {
  const hyphens = {
    prefixes: fields.words('prefixes'),
    prefixesBefore: fields.list('prefixesBefore').map(prefixOf),
    suffixes: fields.words('suffixes'),
    firstMembers: fields.words('firstMembers'),
    joinedMembers: fields.words('joinedMembers'),
    words: fields.words('words'),
    suspendedBefore: fields.words('suspendedBefore'),
    linkingVowels: fields.words('linkingVowels'),
    adjectiveEndings: fields.words('adjectiveEndings'),
    ...(fields.has('compounds') ? { compounds: compoundsOf(fields.fields('compounds')) } : {}),
    ...(fields.has('respelled') ? { respelled: fields.list('respelled').map(respellingOf) } : {}),
    vowels: fields.text('vowels'),
  }
  fields.close()
  return hyphens
}

function compoundsOf(fields: JsonFields): NonNullable<LanguageData['hyphens']['compounds']> {
  const compounds = {
    links: fields.words('links'),
    lost: fields.words('lost'),
    shortest: fields.count('shortest'),
  }
  fields.close()
  return compounds
}

function respellingOf(fields: JsonFields): Respelling {
  const respelling = {
    before: fields.text('before'),
    after: fields.text('after'),
    joined: fields.text('joined'),
  }
  fields.close()
  return respelling
}

function orthographyOf(fields: JsonFields): Orthography {
  const orthography = {
    name: fields.text('name'),
    replacements: fields.list('replacements').map(replacementOf),
  }
  fields.close()
  return orthography
}

function replacementOf(fields: JsonFields): Orthography['replacements'][number] {
  const replacement = {
    printed: fields.text('printed'),
    modern: fields.text('modern', /^/u),
    ...(fields.has('at') ? { at: fields.oneOf('at', ['beginning', 'end']) } : {}),
  }
  fields.close()
  return replacement
}

function prefixOf(fields: JsonFields): LanguageData['hyphens']['prefixesBefore'][number] {
  const prefix = {
    prefix: fields.text('prefix'),
    ...(fields.has('endings') ? { endings: fields.words('endings') } : {}),
    ...(fields.has('beginnings') ? { beginnings: fields.words('beginnings') } : {}),
  }
  fields.close()
  return prefix
}

function headingsOf(fields: JsonFields): LanguageData['headings'] {
  const headings = {
    notes: fields.words('notes'),
    part: fields.words('part'),
    chapter: fields.words('chapter'),
    ...(fields.has('contents') ? { contents: fields.words('contents') } : {}),
    standing: fields.words('standing'),
    bylines: fields.words('bylines'),
  }
  fields.close()
  return headings
}

function lettersOf(fields: JsonFields): LanguageData['letters'] {
  const letters = {
    salutations: fields.words('salutations'),
    closings: fields.words('closings'),
    months: fields.words('months'),
  }
  fields.close()
  return letters
}
