import { readMocksText, type ReadMocks } from '../mocks/read-text.ts'
import { browserFiles, decodeText } from '../platform/index.ts'

/** What was read from files of mocks or tests, and from which. */
export interface LoadedMocks extends ReadMocks {
  readonly name: string
}

/** Asks for files of mocks or tests and reads them; nothing if none was chosen. */
export async function openMocks(): Promise<LoadedMocks | undefined> {
  const opened = await browserFiles().open()
  const [only] = opened
  if (only?.ok === false && only.error.code === 'cancelled') return undefined
  const read = opened.map((file): LoadedMocks => {
    if (!file.ok) return refused('the file', file.error.message)
    const { name, bytes } = file.value
    const text = decodeText(name, bytes)
    return text.ok ? { name, ...readMocksText(text.value) } : refused(name, text.error.message)
  })
  const isOne = read.length === 1
  return {
    name: read.map(({ name }) => name).join(', '),
    mocks: read.flatMap(({ mocks }) => mocks),
    tests: read.flatMap(({ tests }) => tests),
    problems: read.flatMap(({ name, problems }) =>
      problems.map((problem) => (isOne ? problem : `${name}: ${problem}`)),
    ),
  }
}

function refused(name: string, problem: string): LoadedMocks {
  return { name, mocks: [], tests: [], problems: [problem] }
}
