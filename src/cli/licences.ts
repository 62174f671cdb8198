import type { Licence } from '../model/book.ts'

const CREATIVE_COMMONS = /^cc[\s-]*by((?:-(?:nc|nd|sa))*)(?:\s+(\d\.\d))?$/iu

const CC0 = /^cc[\s-]*0(?:\s+1\.0)?$|^cc[\s-]*zero$/iu

/** A licence as people name it, with its address where it is one of Creative Commons, or is one. */
export function licenceOf(said: string): Licence {
  const name = said.trim()
  if (CC0.test(name)) {
    return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
  }
  const [, kind, version = '4.0'] = CREATIVE_COMMONS.exec(name) ?? []
  if (kind !== undefined) {
    return {
      name: `CC BY${kind.toUpperCase()} ${version}`,
      url: `https://creativecommons.org/licenses/by${kind.toLowerCase()}/${version}/`,
    }
  }
  return /^https?:\/\/\S+$/u.test(name) ? { name, url: name } : { name }
}
