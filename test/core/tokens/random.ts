/** Numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }
}

/** Texts made of everything that splits and merges differently. */
export function randomText(random: Random): string {
  return Array.from({ length: 1 + random.below(24) }, () => random.pick(fragments)(random)).join('');
}

const point = (from: number, to: number) => (random: Random) =>
  String.fromCodePoint(from + random.below(to - from));
const words = (text: string) => (random: Random) => random.pick(text.split('|'));

const fragments: readonly ((random: Random) => string)[] = [
  point(0x20, 0x7f),
  point(0, 0x3000),
  point(0x4e00, 0xa000),
  point(0xac00, 0xd7a4),
  point(0xd800, 0xe000),
  point(0x10000, 0x20000),
  point(0x1f300, 0x1f700),
  words(' |  |\n|\r\n|\t|\r|\n\n   |\u00a0|\u3000|\ufeff|\u0085|\u2028|\u180e| \u200b'),
  words("don't|I'LL|we'Ve|'S|'s|'m|'ſ|'ll|''|’s|'re'd"),
  words('<|endoftext|>|<|im_start|>|<|fim_prefix|>|<|end'),
  words('👨‍👩‍👧|🏴󠁧󠁢󠁥󠁮󠁧󠁿|😀|👍🏽|🇩🇪'),
  words('getUserById|HTMLParser|snake_case|__proto__|constructor|hasOwnProperty|x86_64|İstanbul|ŉ|ǅungla'),
  words(' the baker| sourdough|Kneading |BAKERY|ovens,|“rye”|—|…'),
  words('\u0301|e\u0301|न\u093f|\u200d|ก\u0e33|\ufe0f|\u0489'),
  words('{}|();|//|/*|===>|```\n|\n/\n//|</div>|&nbsp;|"\\n"|  \n'),
  words('0|12|345|6789|3.14159|2026-11-22|½|٣|Ⅷ|十'),
  words('東京のパン屋|面包店的面团|빵집|хлеб|ψωμί|לחם|خبز|ขนมปัง'),
  words('\0|\u001b[0m|\u007f'),
];
