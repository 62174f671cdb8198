import { type ChildProcess, fork } from 'node:child_process'
import { type Case, type Outcome, runCase } from './case.ts'

const WORKERS = 2

/**
 * Measures all cases in processes of their own, two at a time: `worker` is the module that they run,
 * and it calls `serveCases`. A process that dies costs the case it was at.
 */
export async function runCases(
  cases: readonly Case[],
  worker: string,
  tell: (outcome: Outcome, done: number) => void,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Case, Outcome>()
  const waiting = [...cases]
  const serve = async (): Promise<void> => {
    let child: ChildProcess | undefined
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      child = child?.connected ? child : fork(worker, [])
      const outcome = await ask(child, one)
      outcomes.set(one, outcome)
      tell(outcome, outcomes.size)
    }
    if (child?.connected) child.disconnect()
  }
  await Promise.all(Array.from({ length: WORKERS }, serve))
  return cases.flatMap((one) => outcomes.get(one) ?? [])
}

/** The other side: measures the cases that this process is sent, until nobody sends any. */
export function serveCases(send: (outcome: Outcome) => void): void {
  process.on('message', async (one: Case) => send(await runCase(one)))
}

function ask(worker: ChildProcess, one: Case): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      worker.removeAllListeners()
      resolve(outcome)
    }
    worker.once('message', settle)
    worker.once('exit', (code) =>
      settle({ of: one, seconds: 0, crash: `The process ended with ${code}` }),
    )
    worker.send(one)
  })
}
