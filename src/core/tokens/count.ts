import type { Calibration } from '../calibration.ts';
import type { Config } from '../config.ts';
import type { EncodingName, Host } from '../host.ts';
import type { Segment } from '../prompts/prompt.ts';
import { Counter } from './bpe.ts';
import { bandOf, estimate, exactly, nothing, sum, type Estimate } from './estimate.ts';
import { Remembered } from './remembered.ts';
import { mixtureOf, type Mixture } from './textKinds.ts';
import { tokenizerOf, type Tokenizer } from './tokenizer.ts';
import type { Tokens } from './tokens.ts';
import { Vocabularies, type VocabularyProblem } from './vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Alternatives within alternatives are followed this deep; what is deeper counts as unknown. */
const deepest = 8;
/** Characters of the texts whose counts are kept: a large repository's prompts. */
const mostRemembered = 1 << 22;

/** What a person has said about counting. */
export interface CounterOptions {
  readonly vocabularies?: Vocabularies | null;
  readonly calibration?: Calibration;
}

/** How a model's texts are counted. */
interface Method {
  readonly tokenizer: Tokenizer;
  readonly vocabulary: Vocabulary | null;
}

/** Counts texts and prompts for a model. An encoding is loaded when the first text needs it. */
export class TokenCounter {
  readonly #host: Pick<Host, 'loadEncoding'>;
  readonly #options: CounterOptions;
  readonly #counters = new Map<EncodingName, Counter>();
  /** By encoding, or by the path of the user's vocabulary. */
  readonly #counts = new Map<string, Remembered<number>>();
  readonly #mixtures = new Remembered<Mixture>(mostRemembered);

  /** A counter that heeds the configuration's vocabularies and calibration. */
  static async open(
    host: Pick<Host, 'loadEncoding' | 'loadTokenizer'>,
    { tokenizers, calibration }: Pick<Config, 'tokenizers' | 'calibration'>,
  ): Promise<TokenCounter> {
    const vocabularies = await Vocabularies.open(host, tokenizers);
    return new TokenCounter(host, { vocabularies, calibration });
  }

  constructor(host: Pick<Host, 'loadEncoding'>, options: CounterOptions = {}) {
    this.#host = host;
    this.#options = options;
  }

  /** Vocabularies of the configuration that were asked for and cannot be used. */
  get problems(): readonly VocabularyProblem[] {
    return this.#options.vocabularies?.problems ?? [];
  }

  /** @param model as the source names it; `null` when it is not known. */
  count(text: string, model: string | null): Tokens {
    const method = this.#methodFor(model);
    const estimated = this.#estimate(text, method);
    return tokens(method, estimated, estimated);
  }

  /** What `compare` counts a model's texts with: an encoding, or the path of a vocabulary. */
  vocabularyOf(model: string | null): string {
    return nameOf(this.#methodFor(model));
  }

  /** Tokens in the encoding that a model is counted with, before any factor: to tell which of two texts has fewer. */
  compare(text: string, model: string | null): number {
    return this.#counted(text, this.#methodFor(model));
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
    const method = this.#methodFor(model);
    const { least, most } = this.#span(segments, method, deepest);
    const segmentTokens = segments.map((segment) =>
      segment.kind === 'hole' ? null : Math.round(this.#estimate(segment.text, method).tokens),
    );
    return { tokens: tokens(method, least, most), segmentTokens };
  }

  #methodFor(model: string | null): Method {
    const { vocabularies, calibration } = this.#options;
    return {
      tokenizer: tokenizerOf(model, calibration),
      vocabulary: model === null ? null : (vocabularies?.for(model) ?? null),
    };
  }

  #span(
    segments: readonly Segment[],
    method: Method,
    depth: number,
  ): { readonly least: Estimate; readonly most: Estimate } {
    const parts = [...runs(segments)].map((run) => {
      if (typeof run === 'string') return { least: this.#estimate(run, method), most: null };
      const arms = depth === 0 ? [] : run.map((arm) => this.#span(arm, method, depth - 1));
      const sizes = arms.map(({ least }) => least).sort((a, b) => a.tokens - b.tokens);
      const largest = arms.map(({ most }) => most).sort((a, b) => b.tokens - a.tokens);
      return { least: sizes[0] ?? nothing, most: largest[0] ?? nothing };
    });
    const least = sum(parts.map((part) => part.least));
    return { least, most: sum(parts.map((part) => part.most ?? part.least)) };
  }

  #counted(text: string, method: Method): number {
    const { tokenizer, vocabulary } = method;
    return this.#remembered(nameOf(method)).get(
      text,
      (t) => vocabulary?.count(t) ?? this.#counter(tokenizer.encoding).count(t),
    );
  }

  #estimate(text: string, method: Method): Estimate {
    const { tokenizer, vocabulary } = method;
    const counted = this.#counted(text, method);
    if (vocabulary !== null || tokenizer.certainty === 'exact') return exactly(counted);
    return estimate(text, counted, this.#mixtures.get(text, mixtureOf), tokenizer);
  }

  #remembered(vocabulary: string): Remembered<number> {
    const known = this.#counts.get(vocabulary) ?? new Remembered<number>(mostRemembered);
    this.#counts.set(vocabulary, known);
    return known;
  }

  #counter(encoding: EncodingName): Counter {
    const loaded = this.#counters.get(encoding);
    if (loaded) return loaded;
    const counter = new Counter(this.#host.loadEncoding(encoding), encoding);
    this.#counters.set(encoding, counter);
    return counter;
  }
}

function nameOf({ tokenizer, vocabulary }: Method): string {
  return vocabulary?.path ?? tokenizer.encoding;
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

function tokens({ tokenizer, vocabulary }: Method, least: Estimate, most: Estimate): Tokens {
  const count = Math.round(least.tokens);
  // Of a prompt that may be empty, the larger reading tells how sure the numbers are.
  const band = Math.round(bandOf(least.tokens > 0 ? least : most) * 1000) / 1000;
  const made = vocabulary
    ? ({ certainty: 'exact', encoding: vocabulary.path } as const)
    : { certainty: tokenizer.certainty, encoding: tokenizer.encoding };
  const largest = Math.round(most.tokens);
  const counted = { count, certainty: made.certainty, band, encoding: made.encoding };
  return largest > count ? { ...counted, most: largest } : counted;
}
