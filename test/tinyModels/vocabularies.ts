/** The words that the tiny models know whole; all else they spell. */
export const knownWords: readonly string[] = (
  'You are the harbour office and you must always answer in a friendly tone Never name the price of a berth to captains ' +
  'who have not asked for it In order to find a berth read the whole message first then decide which of the tools to call ' +
  'If the boat is longer than 12 metres ask the master Do not invent numbers Unless it storms say that the quay is open ' +
  'bakery bread rolls flour oven morning customers order delivered street early with fresh warm loaf baker shop sells The is old house by captains there tide low free'
)
  .split(' ')
  .filter((word, i, all) => all.indexOf(word) === i);

const ascii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
const endings = ['ing', 'ed', 'es', 's', 'er', 'tion', 'ly', 'ment', 'able', "'"];
const latin = Array.from({ length: 64 }, (_, i) => String.fromCharCode(0xc0 + i));
const letters = [...latin, ...'αβдж漢字港船パンで가나¿¡«»–—‘’“”„…€°·'];

/** A `tokenizer.json` of WordPiece, as BERT's are. @param lowers as the English models do, without capitals and accents. */
export function wordPieceJson(lowers: boolean) {
  const specials = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
  const known = lowers ? knownWords.map((word) => word.toLowerCase()) : knownWords;
  const single = [...ascii, ...letters];
  const inside = [...single.filter((char) => /[\p{L}\p{N}]/u.test(char)), ...endings].map(
    (piece) => `##${piece}`,
  );
  const pieces = [...new Set([...specials, ...single, ...inside, ...known])];
  return {
    version: '1.0',
    added_tokens: specials.map((content, id) => special(content, id)),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: lowers,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: framed('[CLS]', 2, '[SEP]', 3),
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
    },
  };
}

/** A `tokenizer.json` of Unigram, as XLM-RoBERTa's are. @param splits whether words end at blanks, as in its older form. */
export function unigramJson(splits: boolean) {
  const specials = ['<s>', '<pad>', '</s>', '<unk>'];
  const scored: (readonly [string, number])[] = [
    ['\u2581', -4.5],
    ...[...ascii, ...letters].map((char, i) => [char, -9 - (i % 7) / 8] as const),
    ...knownWords.flatMap((word, i) => [
      [`\u2581${word}`, -5 - (i % 11) / 4] as const,
      [word, -8 - (i % 5) / 4] as const,
    ]),
    ...endings.map((piece, i) => [piece, -6 - i / 8] as const),
  ];
  const rows = new Map<string, number>([
    ...specials.map((piece) => [piece, 0] as const),
    ...scored,
    ['<mask>', 0],
  ]);
  const vocab = [...rows];
  const metaspace = {
    type: 'Metaspace',
    replacement: '\u2581',
    add_prefix_space: true,
    prepend_scheme: 'always',
  };
  const replace = { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' };
  return {
    version: '1.0',
    added_tokens: [...specials, '<mask>'].map((content) =>
      special(
        content,
        vocab.findIndex(([piece]) => piece === content),
      ),
    ),
    normalizer: splits
      ? { type: 'Precompiled', precompiled_charsmap: null }
      : { type: 'Sequence', normalizers: [{ type: 'Precompiled', precompiled_charsmap: null }, replace] },
    pre_tokenizer: splits
      ? { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, metaspace] }
      : metaspace,
    post_processor: framed('<s>', 0, '</s>', 2),
    decoder: metaspace,
    model: { type: 'Unigram', unk_id: 3, vocab },
  };
}

function special(content: string, id: number) {
  return { id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
}

function framed(opening: string, first: number, closing: string, last: number) {
  const single = [
    { SpecialToken: { id: opening, type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: closing, type_id: 0 } },
  ];
  return {
    type: 'TemplateProcessing',
    single,
    pair: single,
    special_tokens: {
      [opening]: { id: opening, ids: [first], tokens: [opening] },
      [closing]: { id: closing, ids: [last], tokens: [closing] },
    },
  };
}
