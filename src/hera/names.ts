const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
)

/** Whether Python takes a name for a variable or function: an identifier that is no keyword. */
export function isPythonIdentifier(name: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name) && !keywords.has(name)
}

/** The template that Hera makes of a function: `it_was` becomes `it-was`. */
export function templateNameOf(functionName: string): string {
  return functionName.replaceAll('_', '-')
}

/** A function name for a template: `it-was` becomes `it_was`; what Python would refuse is mended. */
export function functionNameOf(templateName: string): string {
  const name = templateName.replace(/[^A-Za-z0-9_]/g, '_')
  if (isPythonIdentifier(name)) return name
  return keywords.has(name) ? `${name}_` : `_${name}`
}
