/** What the scorer's process is told. */
export type ToScorer =
  | {
      readonly kind: 'open';
      /** Path of the ONNX file. */
      readonly model: string;
      /** The module to load as the native runtime; `null` for the usual places, `false` for none of them. */
      readonly native: string | null | false;
    }
  /** One sequence of token ids, the special ones among them. */
  | { readonly kind: 'score'; readonly ids: readonly number[] };

/** What it answers, in the order in which it is told. */
export type FromScorer =
  | {
      readonly kind: 'opened';
      readonly runtime: 'native' | 'wasm';
      /** Why the native runtime is not used, as a fragment of a sentence; `null` where it is, or where it was not wanted. */
      readonly fellBack: string | null;
    }
  /** For each id how likely it is to be kept, from 0 to 1. */
  | { readonly kind: 'scored'; readonly scores: readonly number[] }
  | { readonly kind: 'failed'; readonly why: string };
