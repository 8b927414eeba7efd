import { Pool } from 'undici'

export interface Asked<T> {
  status: number
  body: T
  etag: string | undefined
}

export interface Question {
  json?: unknown
  headers?: Record<string, string>
  /** What is right to be answered; 200 unless said otherwise. */
  status?: number
}

/** People who ask again and again. What is not answered as it should be is an error, and written down. */
export function openCrowd(url: string, connections: number) {
  const pool = new Pool(url, { connections })
  const times: number[] = []
  const errors: string[] = []
  const running: Promise<void>[] = []
  let isOver = false

  /** Null when it was not answered as it should be. */
  async function ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, more: Question = {}): Promise<Asked<T> | null> {
    const { json, headers = {}, status = 200 } = more
    const begun = performance.now()
    try {
      const answer = await pool.request({
        method,
        path,
        headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: json === undefined ? null : JSON.stringify(json),
      })
      const text = await answer.body.text()
      times.push(performance.now() - begun)
      const told = { status: answer.statusCode, etag: answer.headers.etag as string | undefined }
      if (told.status === status) return { ...told, body: (text === '' ? null : JSON.parse(text)) as T }
      errors.push(`${method} ${path} was answered ${told.status}: ${text.slice(0, 200)}`)
    } catch (error) {
      times.push(performance.now() - begun)
      errors.push(`${method} ${path}: ${String(error)}`)
    }
    return null
  }

  return {
    ask,
    times,
    errors,
    /** Sends somebody off who does the same again until the end. */
    sendOff(again: () => Promise<void>): void {
      const run = async () => {
        while (!isOver) await again()
      }
      running.push(run().catch((error: unknown) => void errors.push(String(error))))
    },
    async callBack(): Promise<void> {
      isOver = true
      await Promise.all(running)
      await pool.close()
    },
  }
}

export type Crowd = ReturnType<typeof openCrowd>
