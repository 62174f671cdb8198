const KEY = 'emend'

/** Reads again as one read last time, on this machine; where nothing can be kept, it is not. */
export function keepSettings(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('fieldset input')]
  for (const id of stored()) {
    const input = inputs.find((one) => one.id === id.replace(/^!/, ''))
    if (input) input.checked = !id.startsWith('!')
  }
  for (const input of inputs) input.addEventListener('change', () => store(inputs))
}

function store(inputs: readonly HTMLInputElement[]): void {
  const ids = inputs.flatMap(({ checked, id, type }) => {
    if (checked) return [id]
    return type === 'checkbox' ? [`!${id}`] : []
  })
  try {
    localStorage.setItem(KEY, ids.join(' '))
  } catch {
    // Read without it.
  }
}

function stored(): readonly string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ')
  } catch {
    return []
  }
}
