import type { EncodingName, Host } from '../host.ts';
import type { Segment } from '../prompts/prompt.ts';
import { Counter } from './bpe.ts';
import { estimate } from './estimate.ts';
import { tokenizerOf } from './tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { Tokens } from './tokens.ts';

/** Alternatives within alternatives are followed this deep; what is deeper counts as unknown. */
const deepest = 8;
/** Characters of the texts whose counts are kept: a large repository's prompts; full, it begins again. */
const mostRemembered = 1 << 22;

/** Counts texts and prompts for a model. An encoding is loaded when the first text needs it. */
export class TokenCounter {
  readonly #host: Pick<Host, 'loadEncoding'>;
  readonly #counters = new Map<EncodingName, Counter>();
  readonly #remembered = new Map<string, number>();
  #charactersRemembered = 0;

  constructor(host: Pick<Host, 'loadEncoding'>) {
    this.#host = host;
  }

  /** @param model as the source names it; `null` when it is not known. */
  count(text: string, model: string | null): Tokens {
    const tokenizer = tokenizerOf(model);
    return tokens(tokenizer, text, this.#count(text, tokenizer.encoding));
  }

  /**
   * The known text of a prompt: the sum over its runs of text between holes. Texts that touch count as one, because a
   * token may cross from one into the next; what a hole brings is not known, nor how it would join its neighbours.
   * A hole with known alternatives adds the smallest to `count`, the largest to `most`.
   */
  countSegments(
    segments: readonly Segment[],
    model: string | null,
  ): { tokens: Tokens; segmentTokens: (number | null)[] } {
    const tokenizer = tokenizerOf(model);
    const { least, most } = this.#span(segments, tokenizer.encoding, deepest);
    const whole = tokens(tokenizer, knownText(segments, deepest), least, most);
    const scale = least === 0 ? 1 : whole.count / least;
    const segmentTokens = segments.map((segment) =>
      segment.kind === 'hole' ? null : Math.round(this.#count(segment.text, tokenizer.encoding) * scale),
    );
    return { tokens: whole, segmentTokens };
  }

  #span(
    segments: readonly Segment[],
    encoding: EncodingName,
    depth: number,
  ): { least: number; most: number } {
    let least = 0;
    let most = 0;
    for (const run of runs(segments)) {
      if (typeof run === 'string') {
        const count = this.#count(run, encoding);
        least += count;
        most += count;
        continue;
      }
      if (depth === 0) continue;
      const arms = run.map((arm) => this.#span(arm, encoding, depth - 1));
      least += arms.reduce((smallest, arm) => Math.min(smallest, arm.least), arms[0]?.least ?? 0);
      most += arms.reduce((largest, arm) => Math.max(largest, arm.most), 0);
    }
    return { least, most };
  }

  #count(text: string, encoding: EncodingName): number {
    const key = `${encoding} ${text}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const count = this.#counter(encoding).count(text);
    this.#remember(key, count);
    return count;
  }

  #remember(key: string, count: number): void {
    this.#charactersRemembered += key.length;
    if (this.#charactersRemembered > mostRemembered) {
      this.#remembered.clear();
      this.#charactersRemembered = key.length;
    }
    if (key.length <= mostRemembered) this.#remembered.set(key, count);
  }

  #counter(encoding: EncodingName): Counter {
    const loaded = this.#counters.get(encoding);
    if (loaded) return loaded;
    const counter = new Counter(this.#host.loadEncoding(encoding), encoding);
    this.#counters.set(encoding, counter);
    return counter;
  }
}

/** Joined texts, and between them the alternatives of each hole (none where they are not known). */
function* runs(segments: readonly Segment[]): Generator<string | readonly (readonly Segment[])[]> {
  let text = '';
  for (const segment of segments) {
    if (segment.kind === 'text') {
      text += segment.text;
      continue;
    }
    if (text !== '') yield text;
    text = '';
    if (segment.arms) yield segment.arms;
  }
  if (text !== '') yield text;
}

/** All text of the segments, alternatives included: what the kind of the text is judged by. */
function knownText(segments: readonly Segment[], depth: number): string {
  if (depth === 0) return '';
  return segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      return segment.arms?.map((arm) => knownText(arm, depth - 1)).join('\n') ?? '';
    })
    .join('');
}

function tokens(
  { encoding, certainty, factors }: Tokenizer,
  text: string,
  count: number,
  most = count,
): Tokens {
  const { factor, band } = certainty === 'exact' ? { factor: 1, band: 0 } : estimate(text, factors);
  const scaled = {
    count: Math.round(count * factor),
    certainty,
    band: Math.round(band * 1000) / 1000,
    encoding,
  };
  const largest = Math.round(most * factor);
  return largest > scaled.count ? { ...scaled, most: largest } : scaled;
}
