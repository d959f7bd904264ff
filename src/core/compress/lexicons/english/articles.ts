import { words, type Articles } from '../lexicon.ts';
import { upToTen } from './numbers.ts';

const times = 'second minute hour day night week weekend month quarter year decade while time';
const measures = 'piece head person call request token page kilo kilogram gram litre liter metre meter mile';
const counts = `${upToTen.join(' ')} dozen hundred thousand million half third`;

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth';

/** Behind these stands who the model is ("you are a baker"), a letter that is spoken of ("option a"), or how often. */
const beings = words("am are as i'm they're we're you're");
const indefiniteBehind = beings.concat(
  words('option plan type grade vitamin such half quite rather many once twice per'),
);

/** "In a day", "three times a week", "a few", "the most": there the article counts, or tells one reading from another. */
export const articles: Articles = {
  all: ['a', 'an', 'the'],
  possessives: ['your'],
  keptBefore: new Map([
    ['a', words(`few little lot bit couple number ${times} ${measures} ${counts}`)],
    ['an', words(`${times} ${measures}`)],
    [
      'the',
      words(`few little many most least more less best worst other rest former latter ${ordinals} ${counts}`),
    ],
  ]),
  keptBehind: new Map([
    ['a', indefiniteBehind],
    ['an', indefiniteBehind],
    ['the', beings],
  ]),
  clauseBeginnings: words('after although before but if or unless until when whether while'),
  fixed: ['in a row', 'at a glance', 'at a loss', 'on a par', 'of a kind', 'of a sudden'],
};
