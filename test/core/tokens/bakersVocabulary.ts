/** A `tokenizer.json` in small: byte-level, knows the loaf and the space before it, and one special token. */
const letters = bytesAsLetters();

export const bakersVocabulary = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [
    {
      id: 261,
      content: '<end>',
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    },
  ],
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: null,
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    vocab: Object.fromEntries(
      [...letters, 'lo', 'af', 'loaf', 'Ġloaf', 'Ġ'.concat('r')].map((token, id) => [token, id]),
    ),
    merges: ['l o', 'a f', 'lo af', 'Ġ loaf', 'Ġ r'],
  },
};

/** GPT-2's alphabet: printable bytes stand for themselves, the others for letters from U+0100 on. */
function bytesAsLetters(): string[] {
  const printable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte < 256 && byte !== 173);
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(printable(byte) ? byte : next++));
}
