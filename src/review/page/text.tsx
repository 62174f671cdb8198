import { visible } from '../visible.ts'

interface TextProps {
  readonly text: string
  readonly before?: string
  readonly after?: string
}

/** A stretch of the book's text, in which nothing is hidden: it shows what an eye would not see. */
export function Text({ text, before = '', after = '' }: TextProps) {
  return (
    <>
      {visible(text, before, after).map(({ text: shown, hint, how }) =>
        how === 'plain' ? (
          shown
        ) : (
          <span class={how} title={hint}>
            {shown}
            <span class="sr">{` (${hint}) `}</span>
          </span>
        ),
      )}
    </>
  )
}
