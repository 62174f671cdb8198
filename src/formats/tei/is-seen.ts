/** Whether anything of a node is written between blocks. Forme work is of the source layer. */
export function isSeen({ type }: { readonly type: string }): boolean {
  return type !== 'layout' && type !== 'formeWork'
}
