import type { Encoder } from './encoder.ts';
import { Unigram } from './unigram.ts';
import { WordPiece } from './wordPiece.ts';

/** An encoder, or a fragment of a sentence that says why there is none. */
export type EncoderReading =
  | { readonly kind: 'encoder'; readonly encoder: Encoder }
  | { readonly kind: 'problem'; readonly why: string };

/**
 * The encoder that a `tokenizer.json` of Hugging Face describes, where it is one of the two kinds that scorers have.
 * @param json parsed, and trusted in nothing.
 */
export function readEncoder(json: unknown): EncoderReading {
  const file = recordOf(json);
  const model = recordOf(file['model']);
  if (model['type'] === 'WordPiece' || (model['type'] === undefined && 'continuing_subword_prefix' in model))
    return wordPiece(file, model);
  if (model['type'] === 'Unigram') return unigram(file, model);
  const type = typeof model['type'] === 'string' ? model['type'].slice(0, 40) : 'none';
  return problem(`its vocabulary is of the kind ${type}, and WordPiece or Unigram is needed`);
}

/** The encoder of a `vocab.txt`, one piece a line, its number the id; as the cased models of BERT read theirs unless `lowers`. */
export function readVocabulary(text: string, lowers: boolean): EncoderReading {
  const pieces = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const vocab = Object.fromEntries(pieces.map((piece, id) => [piece, id]));
  const normalizer = { type: 'BertNormalizer', lowercase: lowers };
  return wordPiece({ normalizer }, { vocab });
}

function wordPiece(file: Json, model: Json): EncoderReading {
  const vocabulary = new Map<string, number>();
  for (const [piece, id] of Object.entries(recordOf(model['vocab']))) if (isId(id)) vocabulary.set(piece, id);
  const normalizer = recordOf(file['normalizer']);
  if (normalizer['type'] !== 'BertNormalizer') return problem('its text is not normalised as for BERT');
  const unknownPiece = textOf(model['unk_token'], '[UNK]');
  const [opening, closing, unknown] = [
    vocabulary.get('[CLS]'),
    vocabulary.get('[SEP]'),
    vocabulary.get(unknownPiece),
  ];
  if (opening === undefined || closing === undefined || unknown === undefined)
    return problem(`its vocabulary has no [CLS], [SEP] or ${unknownPiece}`);
  const lowers = normalizer['lowercase'] !== false;
  const strips = normalizer['strip_accents'];
  const longest = model['max_input_chars_per_word'];
  const encoder = new WordPiece({
    vocabulary,
    opening,
    closing,
    unknown: { id: unknown, piece: unknownPiece },
    inside: textOf(model['continuing_subword_prefix'], '##'),
    longestWord: isId(longest) ? longest : 100,
    cleans: normalizer['clean_text'] !== false,
    splitsHan: normalizer['handle_chinese_chars'] !== false,
    lowers,
    stripsAccents: typeof strips === 'boolean' ? strips : lowers,
  });
  return { kind: 'encoder', encoder };
}

function unigram(file: Json, model: Json): EncoderReading {
  const rows = Array.isArray(model['vocab']) ? (model['vocab'] as readonly unknown[]) : [];
  const specials = new Set(itemsOf(file['added_tokens']).map((token) => token['content']));
  const pieces = new Map<string, { readonly id: number; readonly score: number }>();
  const ids = new Map<unknown, number>();
  for (const [id, row] of rows.entries()) {
    const [piece, score] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    if (typeof piece !== 'string' || typeof score !== 'number')
      return problem(`row ${id} of its vocabulary is no piece with a score`);
    ids.set(piece, id);
    if (!specials.has(piece) && id !== model['unk_id']) pieces.set(piece, { id, score });
  }
  const [opening, closing, unknown] = [ids.get('<s>'), ids.get('</s>'), model['unk_id']];
  if (opening === undefined || closing === undefined || !isId(unknown))
    return problem('its vocabulary has no <s>, </s> or unknown token');
  const normalizers = flat(file['normalizer'], 'normalizers');
  const steps = normalizers.map(stepOf);
  if (steps.includes(null))
    return problem(`its text is normalised by ${namesOf(normalizers)}, which is not known here`);
  const splitters = flat(file['pre_tokenizer'], 'pretokenizers').map((one) => one['type']);
  const known = splitters.every((type) => type === 'WhitespaceSplit' || type === 'Metaspace');
  if (!known || !splitters.includes('Metaspace'))
    return problem(`its words are told apart by ${splitters.join(', ')}, which is not known here`);
  const inFront = normalizers.some(({ type }) => type === 'Replace') ? 'runs' : 'each';
  const encoder = new Unigram({
    pieces,
    opening,
    closing,
    unknown: { id: unknown, piece: '<unk>' },
    normalizes: (piece) => steps.reduce((text, step) => step?.(text) ?? text, piece),
    blanks: splitters.includes('WhitespaceSplit') ? 'none' : inFront,
  });
  return { kind: 'encoder', encoder };
}

type Step = (text: string) => string;

/** One normaliser as a function; `null` for one that is not known. What spans words is done where words are told apart. */
function stepOf(normalizer: Json): Step | null {
  switch (normalizer['type']) {
    case 'NFC':
    case 'NFKC': {
      const form = normalizer['type'];
      return (text) => text.normalize(form);
    }
    case 'Precompiled':
      return precompiled;
    case 'Lowercase':
      return (text) => text.toLowerCase();
    case 'Replace':
      return recordOf(normalizer['pattern'])['Regex'] === ' {2,}' && normalizer['content'] === ' '
        ? (text) => text
        : null;
    default:
      return null;
  }
}

/**
 * What the table that SentencePiece compiles for its models comes to: NFKC, without control characters, with every blank
 * a space, and with the wide tilde as it is.
 * @see https://github.com/google/sentencepiece/blob/master/doc/normalization.md (nmt_nfkc)
 */
function precompiled(text: string): string {
  return text
    .replace(/[\u0001-\u0008\u000B\u000E-\u001F\u007F\u008F\u009F]/g, '')
    .replace(/[\t\n\f\r\u00A0\u1680\u2000-\u200F\u2028\u2029\u202F\u205F\u2581\u3000\uFEFF\uFFFD]/g, ' ')
    .split('\uFF5E')
    .map((part) => part.normalize('NFKC'))
    .join('\uFF5E');
}

type Json = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function itemsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** A part of the pipeline, or the parts that it is a sequence of; none where there is none. */
function flat(value: unknown, key: string): Json[] {
  const one = recordOf(value);
  if (one['type'] === undefined) return [];
  return one['type'] === 'Sequence' ? itemsOf(one[key]) : [one];
}

function namesOf(parts: readonly Json[]): string {
  return parts.map(({ type }) => textOf(type, 'something')).join(', ');
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function problem(why: string): EncoderReading {
  return { kind: 'problem', why };
}
