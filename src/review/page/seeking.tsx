import type { Model } from './model.ts'
import { Text } from './text.tsx'

/** Says which decision a place is being looked for, on the page and above what was found. */
export function Seeking({ model }: { readonly model: Model }) {
  const { orphan, picked, view } = model.ui
  if (!orphan) return null
  const { by, act, what, prefix, exact, suffix } = orphan
  return (
    <div class="seeking" role="note">
      <p>
        <strong>{`Where does this belong? ${by}: ${act} ${what}`}</strong>
        {' …'}
        <Text text={prefix} after={exact} />
        <mark>
          <Text text={exact} before={prefix} after={suffix} />
        </mark>
        <Text text={suffix} before={exact} />…
      </p>
      {picked && view === 'page' && (
        <button type="button" class="yes" onClick={() => model.putBack(picked)}>
          {`Here: “${picked.text.trim().slice(0, 40)}”`}
        </button>
      )}
      {!picked && view === 'page' && <span>Select the words, or open a line with its number.</span>}
      <button type="button" onClick={() => model.set({ orphan: undefined })}>
        Leave it <kbd>Esc</kbd>
      </button>
    </div>
  )
}
