import type { CardChip, CardKind } from '../graph/index.ts'

/** Signs of the kinds of cards: strokes on a square of 16, shared by the canvas and the SVG. */
export const kindGlyphs: Readonly<Record<CardKind, string>> = {
  script: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4',
  container: 'M8 2 13.5 5v6L8 14l-5.5-3V5zM2.5 5 8 8l5.5-3M8 8v6',
  containerSet: 'M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3',
  steps: 'M2.5 3h11v3.5h-11zM2.5 9.5H7V13H2.5zM9 9.5h4.5V13H9z',
  dag: 'M8 2a1.7 1.7 0 1 0 0 3.4A1.7 1.7 0 0 0 8 2zM4 10.6a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM12 10.6a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM7.2 5.2 4.8 10.6M8.8 5.2l2.4 5.4',
  suspend: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.4 5.8v4.4M9.6 5.8v4.4',
  resource:
    'M8 1.8 13.4 4.9v6.2L8 14.2l-5.4-3.1V4.9zM8 5.9a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 0 0 0-4.2z',
  http: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2.2 1.7 2.2 10.3 0 12M8 2c-2.2 1.7-2.2 10.3 0 12',
  data: 'M3 4.2C3 1.6 13 1.6 13 4.2S3 6.8 3 4.2v7.6c0 2.6 10 2.6 10 0V4.2M3 8c0 2.6 10 2.6 10 0',
  plugin: 'M5.5 2v3M10.5 2v3M3.5 5h9v2.4a4.5 4.5 0 0 1-9 0zM8 12v2.2',
  templateRef: 'M7 3.5H3V13h9.5V9M9.5 2.5h4v4M13.5 2.5l-6 6',
  unknown:
    'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.3v.2',
}

/** Signs of the chips of a card, drawn like the kinds. */
export const chipGlyphs: Readonly<Record<CardChip['kind'], string>> = {
  when: 'M8 2 14 8l-6 6-6-6z',
  loop: 'M3 7.5A5 5 0 0 1 12 4.6M12.3 2v2.9H9.4M13 8.5a5 5 0 0 1-9 2.9M3.7 14v-2.9h2.9',
  retry: 'M13.2 8a5.2 5.2 0 1 1-1.6-3.8M12 1.8v2.8H9.2',
  timeout: 'M5.5 1.5h5M8 4a5 5 0 1 0 0 10A5 5 0 0 0 8 4zM8 6.5V9l1.8 1.5',
  daemon: 'M8 2v5.5M4.6 4.2a5.2 5.2 0 1 0 6.8 0',
  memoize:
    'M3 4c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  locks: 'M3.5 7.5h9V14h-9zM5.2 7.5V5a2.8 2.8 0 0 1 5.6 0v2.5',
  continueOn: 'M2 8h8.5M7 4.5 10.5 8 7 11.5M13.5 3.5v9',
  hooks: 'M11 2v7.5a4 4 0 0 1-8 0V8M3 8l-1.4 1.6M3 8l1.6 1.4',
  onExit: 'M6.5 3H3v10h3.5M7 8h6.5M10.5 5l3 3-3 3',
}

/** The sign for arguments that are missing. */
export const missingGlyph: string = 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.5v.2'
