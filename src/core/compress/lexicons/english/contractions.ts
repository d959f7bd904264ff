/** `do not` → `don't`: the same negation, which most tokenizers know as one word. */
export function contractions(): Readonly<Record<string, string>> {
  const verbs = 'do does did is are was were has have had should would could'.split(' ');
  return {
    ...Object.fromEntries(verbs.map((verb) => [`${verb} not`, `${verb}n't`])),
    'will not': "won't",
    'can not': 'cannot',
  };
}
