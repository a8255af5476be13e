/** What is used of a `FileSystemFileHandle`; the permission calls are not in TypeScript's library yet. */
export interface FileHandle {
  readonly name: string
  readonly getFile: () => Promise<File>
  readonly createWritable: () => Promise<{
    readonly write: (data: Blob) => Promise<void>
    readonly close: () => Promise<void>
    readonly abort?: () => Promise<void>
  }>
  readonly queryPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>
}

/** What a file looked like when last read or written here, to notice that another program changed it. */
export interface FileStamp {
  readonly modified: number
  readonly size: number
}

export function stampOf(file: Pick<File, 'lastModified' | 'size'>): FileStamp {
  return { modified: file.lastModified, size: file.size }
}
