import type { CardKind } from '../graph/index.ts'

export type SvgTheme = 'light' | 'dark'

/** A kind's own colour, and the ground that it stands on. */
interface KindColors {
  readonly ink: string
  readonly ground: string
}

export interface SvgColors {
  readonly canvas: string
  readonly lane: string
  readonly laneBorder: string
  readonly card: string
  readonly cardBorder: string
  readonly line: string
  readonly text: string
  readonly secondary: string
  readonly muted: string
  readonly chip: string
  readonly accent: string
  readonly accentGround: string
  readonly accentBorder: string
  readonly warning: string
  readonly kinds: Readonly<Partial<Record<CardKind, KindColors>>> & { readonly plugin: KindColors }
}

/** The colours of the picture: those of the designer's tokens, which a test compares. */
export const svgColors: Readonly<Record<SvgTheme, SvgColors>> = {
  light: {
    canvas: '#edf0f3',
    lane: '#f5f7f9',
    laneBorder: '#cfd4d9',
    card: '#ffffff',
    cardBorder: '#cfd4d9',
    line: '#818a92',
    text: '#1b2127',
    secondary: '#454e56',
    muted: '#5a636c',
    chip: '#eaedf1',
    accent: '#006078',
    accentGround: '#dcf1f7',
    accentBorder: '#83c3d5',
    warning: '#844d01',
    kinds: {
      script: { ink: '#4657af', ground: '#e9eefe' },
      container: { ink: '#146699', ground: '#e1f1fe' },
      containerSet: { ink: '#12715a', ground: '#dff4ed' },
      data: { ink: '#387032', ground: '#e6f3e4' },
      suspend: { ink: '#7a5b01', ground: '#f6eedd' },
      resource: { ink: '#954717', ground: '#fdeae1' },
      http: { ink: '#9e3651', ground: '#fee8eb' },
      dag: { ink: '#8d3f7a', ground: '#fae9f4' },
      steps: { ink: '#73479f', ground: '#f2ebfc' },
      plugin: { ink: '#57626b', ground: '#eaeff4' },
    },
  },
  dark: {
    canvas: '#0f1316',
    lane: '#101418',
    laneBorder: '#313940',
    card: '#1f252b',
    cardBorder: '#313940',
    line: '#68717a',
    text: '#e3e7ea',
    secondary: '#b3bac0',
    muted: '#99a1a8',
    chip: '#242a30',
    accent: '#63ccde',
    accentGround: '#12323d',
    accentBorder: '#1f6172',
    warning: '#e4ac59',
    kinds: {
      script: { ink: '#9bb0fe', ground: '#252b41' },
      container: { ink: '#7ebbeb', ground: '#1a2f3f' },
      containerSet: { ink: '#80c5af', ground: '#15332a' },
      data: { ink: '#92c48c', ground: '#21321f' },
      suspend: { ink: '#cdb074', ground: '#362b14' },
      resource: { ink: '#eaa07a', ground: '#3d261b' },
      http: { ink: '#f593a6', ground: '#3e2429' },
      dag: { ink: '#e298cd', ground: '#3a2534' },
      steps: { ink: '#c6a0f1', ground: '#31273d' },
      plugin: { ink: '#acb6bf', ground: '#272d33' },
    },
  },
}
