const PICTURES: Readonly<Record<string, string>> = {
  '␊': '\n',
  '␍': '\r',
  '␌': '\f',
  '␀': '\0',
  '␉': '\t',
}

/** A text with the characters that the pictures `␊ ␍ ␌ ␀ ␉` stand for; a real line end stays one. */
export function controlPictures(text: string): string {
  return text.replace(/[␊␍␌␀␉]/gu, (picture) => PICTURES[picture] ?? picture)
}
