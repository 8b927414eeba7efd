/** Reads server-sent events as a browser would; each as its name and its data. */
export async function openStream(url: string, headers: Record<string, string>) {
  const stop = new AbortController()
  const response = await fetch(url, { headers, signal: stop.signal })
  const events: { name: string; data: string }[] = []
  let isOver = false
  let isBroken = false

  const read = async () => {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const name = /^event: (.*)$/m.exec(part)?.[1]
        const data = /^data: (.*)$/m.exec(part)?.[1]
        if (name !== undefined && data !== undefined) events.push({ name, data })
      }
    }
  }
  const reading = read()
    .catch(() => {
      isBroken = true
    })
    .finally(() => {
      isOver = true
    })

  return {
    response,
    events,
    isOver: () => isOver,
    /** Over, but not because the server came to its end of it. */
    isBroken: () => isBroken,
    async close() {
      stop.abort()
      await reading
    },
  }
}
