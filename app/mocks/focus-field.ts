/** Puts the focus into the first field that text is typed into, when a form comes up. */
export function focusField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('textarea, input')?.focus()
}
