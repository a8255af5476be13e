import type { ApiRequest, ApiResponse, Send } from '../../../src/client/index.ts'

export interface Script {
  readonly send: Send
  readonly requests: ApiRequest[]
}

/** A `send` that always gives this answer, or rejects if it is an error, and remembers what it was asked. */
export function scripted(answer: Partial<ApiResponse> | Error): Script {
  const requests: ApiRequest[] = []
  return {
    requests,
    send: (request) => {
      requests.push(request)
      if (answer instanceof Error) return Promise.reject(answer)
      return Promise.resolve({ status: 200, headers: {}, body: '', ...answer })
    },
  }
}

/** An answer as Argo words errors. */
export function argoError(status: number, code: number, message: string): Partial<ApiResponse> {
  return { status, body: JSON.stringify({ code, message }) }
}
