import { readOnlyWords, useDocument } from '../store/index.ts'

/** Why the open file cannot be changed; nothing of one that can. */
export function useReadOnly(): string | undefined {
  return useDocument(({ file }) => readOnlyWords(file))
}
