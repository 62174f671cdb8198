/**
 * A function that works its answer out once for each thing that it is asked about, and keeps it as long as
 * the thing itself is kept: what several formats of one edition need.
 */
export function once<Thing extends object, Answer extends object>(
  workOut: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>()
  return (thing) => {
    const before = known.get(thing)
    if (before) return before
    const answer = workOut(thing)
    known.set(thing, answer)
    return answer
  }
}
