import { words, type RoleWords } from '../lexicon.ts';

/** How English gives a role, and praises who has it. */
export const roles: RoleWords = {
  as: 'as',
  articles: ['a', 'an', 'the'],
  giving: ['you are ', "you're ", 'act as ', 'you act as ', 'your role is '],
  behind: words('you your it'),
  indefinite: ['a', 'an'],
  articleOf(word) {
    // "an hour", "a user", "a one-man", "an SEO expert": not told by the first letter
    if (/^\p{Lu}{2}/u.test(word) || /^(?:u(?!n(?!i))|eu|one|hono|hour|heir)/i.test(word)) return null;
    return /^[aeio]|^un/i.test(word) ? 'an' : 'a';
  },
  boasts: words(
    `accomplished award-winning brilliant competent elite exceptional excellent experienced gifted
    highly-experienced highly-skilled knowledgeable masterful outstanding proficient renowned seasoned skilled skillful
    talented top-notch top-tier top world-class world-famous world-renowned`,
  ),
  degrees: words('deeply exceptionally extremely highly incredibly really remarkably truly very'),
  joins: [',', 'and'],
  skilled: words('authority expert guru professional specialist'),
};
