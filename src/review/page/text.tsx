import { visible } from '../visible.ts'

interface TextProps {
  readonly text: string
  readonly before?: string
  readonly after?: string
  /** Whether blanks at the ends are shown. */
  readonly blanks?: boolean
}

/** A stretch of the book's text, in which nothing is hidden: it shows what an eye would not see. */
export function Text({ text, before = '', after = '', blanks = false }: TextProps) {
  if (blanks && /^ | $/.test(text)) return <Blanks text={text} />
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

/** A text that begins or ends with blanks, which nobody would see there. */
function Blanks({ text }: { readonly text: string }) {
  const inner = text.trim()
  const lead = text.length - text.trimStart().length
  const trail = inner === '' ? 0 : text.length - text.trimEnd().length
  return (
    <>
      <Blank count={lead} />
      <Text text={inner} />
      <Blank count={trail} />
    </>
  )
}

function Blank({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span class="blank-sign">
      <span aria-hidden="true">{'␣'.repeat(count)}</span>
      <span class="sr">{count === 1 ? 'blank' : `${count} blanks`}</span>
    </span>
  )
}
