/** What takes the day of a moment, or more than it, and leaves its time away: a method, and what its arguments say. */
interface Form {
  readonly name: RegExp;
  readonly only?: RegExp;
  readonly never?: RegExp;
}

const finer = /hour|minute|second|timeStyle|timeZoneName|dayPeriod/;
/** Formats as `strftime`, the Unicode patterns, moment, PHP and Go write them, that ask for nothing finer than a day. */
const strftime = /^\(\s*[fr]?(['"])(?=[^'"]*%)(?:(?!\1)[^%]|%[-^#_0]?[YymdBbAajUWGuVwDFe])*\1/;
const pattern = /^\((?:[^'"`]*,)?\s*(['"`])(?:(?!\1)[^HhmsSkKaA:]|[A-Za-z]*A[a-z]+)*\1/;
const go = /^\(\s*(?:time\.DateOnly|"(?:2006|January|Jan|Monday|Mon|0?[12]|[-/., ])+")/;
const php = /^\(\s*(['"])(?:(?!\1)[^HhGgisuvaABUcr\\])*\1/;

/** What may follow the reading of a clock. */
const forms: readonly Form[] = [
  { name: /^(?:toDateString|getFullYear|getMonth|getDate|getDay|getUTC(?:FullYear|Month|Date|Day))$/ },
  { name: /^(?:date|date_naive|to_date|year|month|day|weekday|Year|Month|Day|YearDay|Weekday|Date)$/ },
  { name: /^To(?:Short|Long)DateString$/ },
  { name: /^toLocaleDateString$/, never: finer },
  { name: /^toLocaleString$/, only: /\b(?:year|month|day|weekday|dateStyle)\b/, never: finer },
  { name: /^ToString$/, only: /^\(\s*"(?:[dDyYM\-/., ])+"/ },
  { name: /^(?:strftime|format)$/, only: strftime },
  { name: /^->format$/, only: php },
  { name: /^(?:format|toFormat)$/, only: pattern },
  { name: /^Format$/, only: go },
];
/** What cuts the text of a moment behind its day. */
const cutBehindDay =
  /^\s*\.(?:split\(\s*['"`]T['"`]\s*\)\s*(?:\[0\]|\.at\(0\)|\.shift\(\))|(?:slice|substring|substr)\(\s*0\s*,\s*(?:10|7|4)\s*\)|partition\(['"]T['"]\)\[0\])|^\s*\[:\s*(?:10|7|4)\s*\]/;
/** Readings that have no time in the first place. */
const dayAlready =
  /\b(?:date\.today|Date\.(?:today|current)|(?:LocalDate|Year|YearMonth)\.now|DateTime\.Today|pendulum\.today)$/;

const step = /\s*(?:\??\.\s*([\w$]+)|(->[\w$]+)|\[[^\]]*\])/y;

/**
 * Whether an expression that reads a clock takes nothing finer of it than the day, so that it stays the same until midnight.
 * @param clocks where in the expression the clock is read: the end of each reading's name.
 */
export function tellsDayOnly(expression: string, clocks: readonly number[]): boolean {
  return clocks.length > 0 && clocks.every((end) => isDay(expression, end));
}

function isDay(expression: string, end: number): boolean {
  const before = expression.slice(0, end);
  // `strftime("%Y")`, `date('Y-m-d')`: the reading is the format
  if (dayAlready.test(before)) return true;
  if (/\btime\.strftime$/.test(before)) return strftime.test(expression.slice(end));
  const called = /(?<![\w$>:.])(?:date|gmdate)\((?=['"]$)|(?<![\w$>:.])(?:date|gmdate)\(['"]$/.exec(before);
  if (called !== null) return php.test(expression.slice(called.index).replace(/^\w+/, ''));
  let at = end + argumentsAt(expression, end).length;
  if (/\bformat\([^()]*(?:\([^()]*\))?[^()]*$/.test(before) && pattern.test(`(0${expression.slice(at)}`))
    return true;
  for (;;) {
    if (cutBehindDay.test(expression.slice(at))) return true;
    step.lastIndex = at;
    const next = step.exec(expression);
    if (next === null) return false;
    const args = argumentsAt(expression, at + next[0].length);
    const name = next[1] ?? next[2] ?? '';
    if (forms.some((form) => fits(form, name, args))) return true;
    at += next[0].length + args.length;
  }
}

function fits({ name, only, never }: Form, called: string, args: string): boolean {
  return name.test(called) && (only?.test(args) ?? true) && !(never?.test(args) ?? false);
}

/** `(…)` where it begins at a place, with what it has in it; empty where there is none. */
function argumentsAt(expression: string, from: number): string {
  if (expression[from] !== '(') return '';
  let depth = 0;
  for (let i = from; i < expression.length; i++) {
    if (expression[i] === '(') depth++;
    if (expression[i] === ')' && --depth === 0) return expression.slice(from, i + 1);
  }
  return '';
}
