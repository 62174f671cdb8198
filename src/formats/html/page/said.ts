/** A sentence for the reader, in the language of the page, which holds them all. Its places are filled. */
export function said(name: string, ...values: readonly (string | number)[]): string {
  let next = 0
  const sentence = document.body.dataset[name] ?? ''
  return sentence.replace(/\{\}/g, () => String(values[next++] ?? ''))
}
