/** Words in a run. Five that follow each other are seldom the same by chance, and few prompts have no five between two holes. */
export const runLength = 5;

/** One sum for every run of words, in their order: whole numbers below 2⁵³. */
export function runsOf(words: readonly string[]): number[] {
  const sums = words.map(sumOf);
  const runs: number[] = [];
  for (let end = runLength; end <= sums.length; end++) runs.push(joined(sums, end - runLength, end));
  return runs;
}

/** The sum of all words of a message: what tells a prompt without holes, however short it is. */
export function wholeOf(words: readonly string[]): number {
  const sums = words.map(sumOf);
  return joined([[0x77686f6c, words.length], ...sums], 0, sums.length + 1);
}

type Sum = readonly [a: number, b: number];

/** Two FNV-1a sums with different beginnings and factors. */
function sumOf(word: string): Sum {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15);
  }
  return [a, b];
}

function joined(sums: readonly Sum[], start: number, end: number): number {
  let a = 0x2c1b3c6d;
  let b = 0x297a2d39;
  for (let i = start; i < end; i++) {
    const [x, y] = sums[i] ?? [0, 0];
    a = Math.imul(a ^ x ^ (a >>> 15), 0x2c1b3c6d);
    b = Math.imul(b ^ y ^ (b >>> 13), 0x297a2d39);
  }
  a ^= a >>> 16;
  b ^= b >>> 16;
  return (a >>> 0) * 0x200000 + (b >>> 11);
}
