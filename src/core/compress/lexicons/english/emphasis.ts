/** Ways to say that what follows matters; a word that obliges or forbids by itself says as much. */
const openings = ['', 'very ', 'really ', 'also ', 'extremely ', 'absolutely ', 'also very '].flatMap((how) =>
  ['important', 'essential', 'crucial', 'vital', 'critical'].flatMap((need) =>
    ['that you', 'to'].map((to) => `it is ${how}${need} ${to}`),
  ),
);

/** Words that oblige or forbid by themselves. */
export const strongWords = ['do not', "don't", 'never', 'always', 'only'] as const;

/** `it is important that you never`: what counts as `never`. */
export function emphasized(word: (typeof strongWords)[number]): readonly string[] {
  return openings.map((opening) => `${opening} ${word}`);
}
