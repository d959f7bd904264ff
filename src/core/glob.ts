/**
 * Globs over paths with `/` between their parts: `*`, `?`, `[abc]`, `[!a-z]` inside a part, `**` for any number of parts,
 * `{a,b}`, `\` before a character that is meant literally. Hidden names match like all others.
 *
 * A glob may come from a repository that nobody has vetted, and the usual way, a regular expression, takes seconds to minutes
 * for `*a*a*a*b` on a long name. Here a match takes at most |glob| × |path| steps.
 */
export type GlobMatcher = (path: string) => boolean;

type Token =
  { readonly kind: 'star' | 'any' } | { readonly kind: 'one'; readonly allows: (c: string) => boolean };
/** `null` stands for `**`. */
type Part = readonly Token[] | null;

const mostAlternatives = 100;
const longestGlob = 500;

/** Matches what one of the globs matches; nothing where there are none. @throws RangeError for a glob with a problem. */
export function globMatcher(globs: readonly string[]): GlobMatcher {
  const alternatives = globs.flatMap(compile);
  return (path) => {
    const names = path.split('/');
    return alternatives.some((parts) => matches(parts, names, isGlobstar, partMatches));
  };
}

/** Matches also all that lies in a folder which one of the globs matches. */
export function coveringMatcher(globs: readonly string[]): GlobMatcher {
  const matcher = globMatcher(globs);
  if (globs.length === 0) return matcher;
  return (path) => {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      if (matcher(path.slice(0, end))) return true;
    return matcher(path);
  };
}

/** Completes "the glob …"; `null` when it is fine. */
export function globProblem(glob: string): string | null {
  if (glob === '' || glob.length > longestGlob) return `must have 1 to ${longestGlob} characters`;
  if (glob.startsWith('!')) return 'must say what is meant, not what is not: "!" is not read here';
  if (glob.startsWith('/')) return 'counts from the folder of the configuration: begin without "/"';
  try {
    const parts = alternativesOf(glob).flatMap((one) => one.split('/'));
    if (parts.includes('..')) return 'must not leave the folder of the configuration with ".."';
    for (const part of parts) tokens(part);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** A path as a glob that matches it alone. */
export function literalGlob(path: string): string {
  return path.replaceAll(/[\\*?[\]{},!]/g, '\\$&');
}

function compile(glob: string): Part[][] {
  const problem = globProblem(glob);
  if (problem !== null) throw new RangeError(`the glob "${glob}" ${problem}`);
  return alternativesOf(glob).map((one) => {
    const whole = one.endsWith('/') ? `${one}**` : one;
    const parts = whole.split('/').filter((part) => part !== '.' && part !== '');
    return parts.map((part) => (part === '**' ? null : tokens(part)));
  });
}

/**
 * The classic walk with one return point: after a star, everything before it is settled, so only the last star ever needs to
 * take one more.
 */
function matches<P, N>(
  pattern: readonly P[],
  items: ArrayLike<N>,
  isStar: (p: P) => boolean,
  fits: (p: P, item: N) => boolean,
): boolean {
  let p = 0;
  let star = -1;
  let starTook = 0;
  for (let i = 0; i < items.length;) {
    if (p < pattern.length && isStar(pattern[p] as P)) {
      star = p++;
      starTook = i;
    } else if (p < pattern.length && fits(pattern[p] as P, items[i] as N)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++starTook;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p] as P)) p++;
  return p === pattern.length;
}

const isGlobstar = (part: Part) => part === null;
const isStar = (token: Token) => token.kind === 'star';
const tokenFits = (token: Token, c: string) =>
  token.kind === 'any' || (token.kind === 'one' && token.allows(c));
const partMatches = (part: Part, name: string) => part !== null && matches(part, name, isStar, tokenFits);

function tokens(part: string): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < part.length; i++) {
    const c = part.charAt(i);
    if (c === '*') {
      if (out.at(-1)?.kind !== 'star') out.push({ kind: 'star' });
    } else if (c === '?') out.push({ kind: 'any' });
    else if (c === '[') {
      const end = part.indexOf(']', i + classStart(part, i));
      if (end < 0) throw new RangeError('has a "[" without its "]": write "\\[" for the character itself');
      out.push({ kind: 'one', allows: characterClass(part.slice(i + 1, end)) });
      i = end;
    } else {
      const literal = c === '\\' && i + 1 < part.length ? part.charAt(++i) : c;
      out.push({ kind: 'one', allows: (other) => other === literal });
    }
  }
  return out;
}

/** How far behind its `[` the end of a class may stand: a `]` right at its beginning is one of its characters. */
function classStart(part: string, open: number): number {
  const inverted = part[open + 1] === '!' || part[open + 1] === '^';
  return inverted ? 3 : 2;
}

function characterClass(body: string): (c: string) => boolean {
  const inverted = body.startsWith('!') || body.startsWith('^');
  const listed = inverted ? body.slice(1) : body;
  return (c) => {
    for (let i = 0; i < listed.length; i++) {
      const isRange = listed[i + 1] === '-' && i + 2 < listed.length;
      const last = isRange ? listed.charAt(i + 2) : listed.charAt(i);
      if (listed.charAt(i) <= c && c <= last) return !inverted;
      if (isRange) i += 2;
    }
    return inverted;
  };
}

/** `a/{b,c}` → `a/b`, `a/c`. */
function alternativesOf(glob: string): string[] {
  let done = [''];
  for (let i = 0; i < glob.length; i++) {
    const c = glob.charAt(i);
    if (c !== '{') {
      const piece = c === '\\' ? glob.slice(i, ++i + 1) : c;
      done = done.map((one) => one + piece);
      continue;
    }
    const { choices, end } = bracesAt(glob, i);
    const inner = choices.flatMap(alternativesOf);
    if (inner.length * done.length > mostAlternatives)
      throw new RangeError(`stands for more than ${mostAlternatives} alternatives`);
    done = inner.flatMap((choice) => done.map((one) => one + choice));
    i = end;
  }
  return done;
}

function bracesAt(glob: string, start: number): { choices: string[]; end: number } {
  const choices: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let i = start; i < glob.length; i++) {
    const c = glob.charAt(i);
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === ',' && depth === 1) {
      choices.push(glob.slice(from, i));
      from = i + 1;
    } else if (c === '}' && --depth === 0) return { choices: [...choices, glob.slice(from, i)], end: i };
  }
  throw new RangeError('has a "{" without its "}": write "\\{" for the character itself');
}

/** Over ids of prompts: `src/**#SYSTEM*` is a glob over paths and one over names, `src/**` one over paths alone. */
export function promptMatcher(glob: string): (id: string) => boolean {
  const hash = glob.lastIndexOf('#');
  const path = globMatcher([hash < 0 ? glob : glob.slice(0, hash)]);
  const name = globMatcher([hash < 0 ? '**' : glob.slice(hash + 1)]);
  return (id) => {
    const split = id.indexOf('#');
    return split >= 0 && path(id.slice(0, split)) && name(id.slice(split + 1));
  };
}
