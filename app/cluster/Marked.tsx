import { Fragment } from 'react'

/** A text in which backquotes mark what is to be typed or read as code. */
export function Marked({ children }: { readonly children: string }) {
  return children
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    )
}
