/** `1 page`, `2 pages`, `no pages`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  if (count === 0) return `no ${plural}`
  return `${count} ${count === 1 ? noun : plural}`
}
