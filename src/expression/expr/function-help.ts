import { sprigNames } from './sprig/index.ts'

/** What a function of an expression takes and gives, for people. */
export interface FunctionHelp {
  /** As it is called: `asInt`, `sprig.trunc`. */
  readonly name: string
  /** `Argo` for what Argo adds; `expr-lang` for what is there without it. */
  readonly from: 'Argo' | 'expr-lang' | 'Sprig'
  /** Its arguments in words: `list, test`. */
  readonly takes: string
  /** What it gives, without `gives` before it. */
  readonly gives: string
}

/** What a function takes, and what it gives. */
type Help = readonly [takes: string, gives: string]

const argo: Readonly<Record<string, Help>> = {
  asInt: ['value', 'the whole number that a text or a number stands for'],
  asFloat: ['value', 'the number that a text stands for, with its fraction'],
  jsonpath: ['json, path', 'what a JSONPath finds in a JSON text'],
  toJson: ['value', 'the value as JSON'],
}

const builtin: Readonly<Record<string, Help>> = {
  all: ['list, test', 'true if the test holds for all items'],
  none: ['list, test', 'true if the test holds for no item'],
  any: ['list, test', 'true if the test holds for an item at least'],
  one: ['list, test', 'true if the test holds for exactly one item'],
  filter: ['list, test', 'the items for which the test holds'],
  map: ['list, expression', 'a list of what the expression makes of each item'],
  count: ['list, test?', 'how many items pass the test, or are true'],
  sum: [
    'list, expression?',
    'the sum of the numbers of a list, or of what the expression makes of them',
  ],
  find: ['list, test', 'the first item for which the test holds, or nil'],
  findIndex: ['list, test', 'the place of the first item for which the test holds'],
  findLast: ['list, test', 'the last item for which the test holds, or nil'],
  findLastIndex: ['list, test', 'the place of the last item for which the test holds'],
  groupBy: [
    'list, expression',
    'a map from what the expression makes of items to lists of those items',
  ],
  sortBy: [
    'list, expression, order?',
    'the items in the order of what the expression makes of them',
  ],
  reduce: [
    'list, expression, start?',
    'one value: the expression makes it of each item and #acc, what it made before',
  ],
  len: ['value', 'how many items, keys or bytes there are'],
  type: ['value', 'the name of the type of a value'],
  abs: ['number', 'the number without its sign'],
  ceil: ['number', 'the number rounded up'],
  floor: ['number', 'the number rounded down'],
  round: ['number', 'the nearest whole number'],
  int: ['value', 'the whole number that a text or a number stands for'],
  float: ['value', 'the number that a text stands for, with its fraction'],
  string: ['value', 'the value as a text'],
  trim: ['text, signs?', 'the text without blanks, or these signs, at its ends'],
  trimPrefix: ['text, part', 'the text without the part at its beginning'],
  trimSuffix: ['text, part', 'the text without the part at its end'],
  upper: ['text', 'the text in capitals'],
  lower: ['text', 'the text in small letters'],
  split: ['text, separator, most?', 'the parts of a text between separators'],
  splitAfter: ['text, separator, most?', 'the parts of a text, each with the separator at its end'],
  replace: ['text, old, new', 'the text with each old part replaced'],
  repeat: ['text, times', 'the text so many times, one behind the other'],
  join: ['list, separator?', 'the texts of a list as one'],
  indexOf: ['text, part', 'where the part is first, or -1'],
  lastIndexOf: ['text, part', 'where the part is last, or -1'],
  hasPrefix: ['text, part', 'true if the text begins with the part'],
  hasSuffix: ['text, part', 'true if the text ends with the part'],
  max: ['numbers…', 'the largest'],
  min: ['numbers…', 'the smallest'],
  mean: ['numbers…', 'the mean'],
  median: ['numbers…', 'the one in the middle'],
  toJSON: ['value', 'the value as JSON over several lines'],
  fromJSON: ['text', 'the value that a JSON text stands for'],
  toBase64: ['text', 'the text in base64'],
  fromBase64: ['text', 'the text that base64 stands for'],
  now: ['', 'the time at which the expression is evaluated'],
  duration: ['text', 'a duration, from a text such as 1h30m'],
  date: ['text, layout?, zone?', 'a time, from a text'],
  timezone: ['name', 'a time zone, for the method In of times'],
  first: ['list', 'the first item, or nil'],
  last: ['list', 'the last item, or nil'],
  get: ['list or map, place or key', 'the item there, or nil'],
  take: ['list, count', 'so many items from the beginning'],
  keys: ['map', 'the keys of a map'],
  values: ['map', 'the values of a map'],
  toPairs: ['map', 'a list of lists of key and value'],
  fromPairs: ['list', 'a map of a list of lists of key and value'],
  reverse: ['list', 'the items from the last to the first'],
  uniq: ['list', 'the items, each once'],
  concat: ['lists…', 'the items of all lists as one list'],
  flatten: ['list', 'the items of lists in the list, in its place'],
  sort: ['list, order?', 'the items in order; "desc" for the largest first'],
  bitand: ['number, number', 'the bits that both have'],
  bitor: ['number, number', 'the bits that one of the two has'],
  bitxor: ['number, number', 'the bits that only one of the two has'],
  bitnand: ['number, number', 'the bits of the first that the second does not have'],
  bitnot: ['number', 'the bits that the number does not have'],
  bitshl: ['number, count', 'the bits moved to the left'],
  bitshr: ['number, count', 'the bits moved to the right, with the sign'],
  bitushr: ['number, count', 'the bits moved to the right, without the sign'],
}

const asText: Help = ['value', 'the value as a text']

const texts: Readonly<Record<string, Help>> = {
  hello: ['', 'the text Hello!'],
  trim: ['text', 'the text without blanks at its ends'],
  upper: ['text', 'the text in capitals'],
  lower: ['text', 'the text in small letters'],
  title: ['text', 'the text with a capital for each word'],
  untitle: ['text', 'the text with a small letter for each word'],
  swapcase: ['text', 'the text with capitals small and small letters capital'],
  camelcase: ['text', 'words put together, each with a capital'],
  snakecase: ['text', 'words in small letters with _ between them'],
  kebabcase: ['text', 'words in small letters with - between them'],
  substr: ['start, end, text', 'a part of the text'],
  trunc: ['count, text', 'so many signs from the beginning, or with a minus from the end'],
  abbrev: ['width, text', 'the text cut to a width, with dots at its end'],
  abbrevboth: ['offset, width, text', 'the text cut to a width, with dots at both ends'],
  wrap: ['width, text', 'the text broken into lines of a width'],
  wrapWith: ['width, break, text', 'the same with another line break'],
  repeat: ['times, text', 'the text so many times, one behind the other'],
  trimall: ['signs, text', 'the text without these signs at its ends'],
  trimAll: ['signs, text', 'the text without these signs at its ends'],
  trimSuffix: ['part, text', 'the text without the part at its end'],
  trimPrefix: ['part, text', 'the text without the part at its beginning'],
  nospace: ['text', 'the text without its blanks'],
  initials: ['text', 'the first letter of each word'],
  contains: ['part, text', 'true if the part is in the text'],
  hasPrefix: ['part, text', 'true if the text begins with the part'],
  hasSuffix: ['part, text', 'true if the text ends with the part'],
  quote: ['values…', 'the values in double quotes'],
  squote: ['values…', 'the values in single quotes'],
  cat: ['values…', 'the values as a text with blanks between them'],
  indent: ['count, text', 'the text with blanks before each line'],
  nindent: ['count, text', 'the same behind a line break'],
  replace: ['old, new, text', 'the text with each old part replaced'],
  plural: ['one, many, count', 'the first text for a count of 1, else the second'],
  toString: asText,
  toStrings: ['list', 'the items as texts'],
  join: ['separator, list', 'the items as one text'],
  sortAlpha: ['list', 'the items as texts in order'],
  split: ['separator, text', 'a map of the parts: _0, _1 and so on'],
  splitList: ['separator, text', 'a list of the parts'],
  splitn: ['separator, most, text', 'a map of so many parts at most'],
  shuffle: ['text', 'the signs of the text in any order'],
  regexMatch: ['pattern, text', 'true if the pattern is in the text'],
  regexFindAll: ['pattern, text, most', 'a list of what the pattern finds'],
  regexFind: ['pattern, text', 'what the pattern finds first'],
  regexReplaceAll: ['pattern, text, new', 'the text with what is found replaced; $1 is a group'],
  regexReplaceAllLiteral: ['pattern, text, new', 'the same, with $ as it is'],
  regexSplit: ['pattern, text, most', 'the parts between what is found'],
  regexQuoteMeta: ['text', 'a pattern that finds the text as it is'],
  b64enc: ['text', 'the text in base64'],
  b64dec: ['text', 'the text that base64 stands for'],
  b32enc: ['text', 'the text in base32'],
  b32dec: ['text', 'the text that base32 stands for'],
  adler32sum: ['text', 'a checksum'],
  sha1sum: ['text', 'the checksum SHA-1'],
  sha256sum: ['text', 'the checksum SHA-256'],
  sha512sum: ['text', 'the checksum SHA-512'],
}

const numbers: Readonly<Record<string, Help>> = {
  atoi: ['text', 'the whole number that the text stands for, or 0'],
  int: ['value', 'a whole number'],
  int64: ['value', 'a whole number'],
  float64: ['value', 'a number with its fraction'],
  toDecimal: ['value', 'the number that octal digits stand for'],
  add1: ['number', 'the number and 1'],
  add: ['numbers…', 'the sum of whole numbers'],
  sub: ['number, number', 'the first less the second'],
  div: ['number, number', 'the first by the second, without a fraction'],
  mod: ['number, number', 'what remains when the first is divided by the second'],
  mul: ['numbers…', 'the product of whole numbers'],
  add1f: ['number', 'the number and 1'],
  addf: ['numbers…', 'the sum'],
  subf: ['numbers…', 'the first less all others'],
  mulf: ['numbers…', 'the product'],
  divf: ['numbers…', 'the first by all others'],
  biggest: ['numbers…', 'the largest'],
  max: ['numbers…', 'the largest'],
  min: ['numbers…', 'the smallest'],
  maxf: ['numbers…', 'the largest, with its fraction'],
  minf: ['numbers…', 'the smallest, with its fraction'],
  ceil: ['number', 'the number rounded up'],
  floor: ['number', 'the number rounded down'],
  round: ['number, digits', 'the number rounded to so many digits of its fraction'],
  until: ['count', 'the whole numbers from 0 up to the count, without it'],
  untilStep: ['start, end, step', 'numbers from the start towards the end, without it'],
  seq: ['numbers…', 'a text of numbers in a row, from 1 if only the end is given'],
  randInt: ['least, end', 'any whole number from the least up to the end, without it'],
  randAlpha: ['count', 'so many letters, any'],
  randNumeric: ['count', 'so many digits, any'],
  randAlphaNum: ['count', 'so many letters and digits, any'],
  randAscii: ['count', 'so many signs, any'],
  randBytes: ['count', 'so many bytes in base64, any'],
  uuidv4: ['', 'an identifier that nothing else has'],
}

const times: Readonly<Record<string, Help>> = {
  now: ['', 'the time at which the expression is evaluated'],
  date: ['layout, time', 'the time as a text; the layout is 2006-01-02 15:04:05 as it should look'],
  dateInZone: ['layout, time, zone', 'the same in a time zone'],
  date_in_zone: ['layout, time, zone', 'the same in a time zone'],
  dateModify: ['duration, time', 'the time moved by a duration such as -1h'],
  date_modify: ['duration, time', 'the time moved by a duration such as -1h'],
  htmlDate: ['time', 'the date as 2006-01-02'],
  htmlDateInZone: ['time, zone', 'the date in a time zone as 2006-01-02'],
  toDate: ['layout, text', 'the time that a text stands for'],
  unixEpoch: ['time', 'the seconds since 1970 as a text'],
  duration: ['seconds', 'so many seconds as 1m30s'],
  durationRound: ['duration', 'the duration in its largest unit'],
  ago: ['time', 'how long ago it was'],
}

const collections: Readonly<Record<string, Help>> = {
  list: ['values…', 'a list'],
  tuple: ['values…', 'a list'],
  append: ['list, value', 'the list with the value at its end'],
  push: ['list, value', 'the list with the value at its end'],
  prepend: ['list, value', 'the list with the value before it'],
  first: ['list', 'the first item'],
  last: ['list', 'the last item'],
  rest: ['list', 'all items but the first'],
  initial: ['list', 'all items but the last'],
  reverse: ['list', 'the items from the last to the first'],
  compact: ['list', 'the items that are not empty'],
  uniq: ['list', 'the items, each once'],
  without: ['list, values…', 'the items that are none of the values'],
  has: ['value, list', 'true if the value is in the list'],
  slice: ['list, start, end?', 'a part of the list'],
  chunk: ['size, list', 'the items in lists of a size'],
  concat: ['lists…', 'the items of all lists as one list'],
  dict: ['keys and values…', 'a map'],
  get: ['map, key', 'the value under a key, or the empty text'],
  set: ['map, key, value', 'the map with the value under the key'],
  unset: ['map, key', 'the map without the key'],
  hasKey: ['map, key', 'true if the map has the key'],
  pluck: ['key, maps…', 'the values under the key in the maps'],
  keys: ['maps…', 'the keys of the maps'],
  values: ['map', 'the values of a map'],
  pick: ['map, keys…', 'a map with these keys only'],
  omit: ['map, keys…', 'a map without these keys'],
  merge: ['maps…', 'one map; the first that has a key counts'],
  mergeOverwrite: ['maps…', 'one map; the last that has a key counts'],
  dig: ['keys…, default, map', 'the value at the end of a way through maps'],
  deepCopy: ['value', 'the value with copies of all in it'],
}

const others: Readonly<Record<string, Help>> = {
  default: ['default, value', 'the value, or the default if it is empty'],
  empty: ['value', 'true for nil, 0, false, and empty texts, lists and maps'],
  coalesce: ['values…', 'the first that is not empty'],
  all: ['values…', 'true if none is empty'],
  any: ['values…', 'true if one is not empty'],
  ternary: ['yes, no, test', 'the first value if the test is true, else the second'],
  fromJson: ['text', 'the value that a JSON text stands for'],
  toJson: ['value', 'the value as JSON'],
  toPrettyJson: ['value', 'the value as JSON over several lines'],
  toRawJson: ['value', 'the value as JSON with <, > and & as they are'],
  typeOf: ['value', 'the name of the type of a value'],
  typeIs: ['type, value', 'true if the value is of the type'],
  typeIsLike: ['type, value', 'true if the value, or what it points to, is of the type'],
  kindOf: ['value', 'the sort of a value: string, int, slice, map'],
  kindIs: ['kind, value', 'true if the value is of the sort'],
  deepEqual: ['value, value', 'true if both are the same in all parts'],
  fail: ['text', 'nothing: the expression fails with the text'],
  base: ['path', 'the last part of a path'],
  dir: ['path', 'a path without its last part'],
  clean: ['path', 'the shortest way to write a path'],
  ext: ['path', 'what follows the last dot of a path'],
  isAbs: ['path', 'true if the path begins at the root'],
  osBase: ['path', 'the last part of a path of the system'],
  osDir: ['path', 'a path of the system without its last part'],
  osClean: ['path', 'the shortest way to write a path of the system'],
  osExt: ['path', 'what follows the last dot of a path of the system'],
  osIsAbs: ['path', 'true if the path of the system begins at the root'],
  semver: ['text', 'a version in its parts'],
  semverCompare: ['range, version', 'true if the version is in the range'],
  urlParse: ['text', 'the parts of a URL as a map'],
  urlJoin: ['map', 'a URL of its parts'],
  getHostByName: ['name', 'an address of a host'],
  bcrypt: ['text', 'the text as a hash of a password'],
  htpasswd: ['name, password', 'a line of a password file'],
  genPrivateKey: ['kind', 'a private key'],
  derivePassword: ['counter, kind, password, user, site', 'a password made of others'],
  buildCustomCert: ['certificate, key', 'a certificate of its parts in base64'],
  genCA: ['name, days', 'a certificate authority'],
  genCAWithKey: ['name, days, key', 'a certificate authority'],
  genSelfSignedCert: ['name, addresses, names, days', 'a certificate'],
  genSelfSignedCertWithKey: ['name, addresses, names, days, key', 'a certificate'],
  genSignedCert: ['name, addresses, names, days, authority', 'a certificate'],
  genSignedCertWithKey: ['name, addresses, names, days, authority, key', 'a certificate'],
  encryptAES: ['password, text', 'the text encrypted, in base64'],
  decryptAES: ['password, text', 'the text that was encrypted'],
}

const sprig: Readonly<Record<string, Help>> = {
  ...texts,
  ...numbers,
  ...times,
  ...collections,
  ...others,
}

function helps(
  from: FunctionHelp['from'],
  table: Readonly<Record<string, Help>>,
): readonly FunctionHelp[] {
  return Object.entries(table).map(([name, [takes, gives]]) => ({ name, from, takes, gives }))
}

/** The functions that Argo adds to expr-lang, without Sprig. */
export const argoHelps: readonly FunctionHelp[] = helps('Argo', argo)

/** The functions of expr-lang, which there are in all expressions. */
export const builtinHelps: readonly FunctionHelp[] = helps('expr-lang', builtin)

/** The functions of Sprig, with `sprig.` before them. Those with `must` fail where the others give nothing. */
export const sprigHelps: readonly FunctionHelp[] = sprigNames.map((name) => {
  const plain = name.replace(/^must_?/, '').replace(/^./, (first) => first.toLowerCase())
  const [takes, gives] = sprig[name] ?? sprig[plain] ?? ['values…', 'a value']
  return { name: `sprig.${name}`, from: 'Sprig', takes, gives }
})

const byName: ReadonlyMap<string, FunctionHelp> = new Map(
  [...sprigHelps, ...builtinHelps, ...argoHelps].map((help) => [help.name, help]),
)

/** The name of a function that is called at an offset of a text with expressions, with its range; nothing elsewhere. */
export function functionCallAt(
  text: string,
  offset: number,
): { readonly help: FunctionHelp; readonly from: number; readonly to: number } | undefined {
  const head = /(?:\bsprig\.)?[A-Za-z_]\w*$|$/.exec(text.slice(0, offset))?.[0] ?? ''
  const from = offset - head.length
  const written = /^(?:sprig\.)?\w*/.exec(text.slice(from))?.[0] ?? ''
  const to = from + written.length
  const isCalled = /^\s*\(/.test(text.slice(to)) && !/[.\w$]$/.test(text.slice(0, from))
  const help = isCalled && to >= offset ? byName.get(written) : undefined
  return help && { help, from, to }
}
