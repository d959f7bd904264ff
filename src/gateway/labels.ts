import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from '../ledger/call.ts';

export type Labels = Pick<Call, 'prompt' | 'feature' | 'user' | 'session' | 'tags'>;

/** Of one label: more is no name. Characters. */
const longest = 500;
const mostTags = 50;

/** What the application says about a call in the headers `x-promptmeter-prompt`, `-feature`, `-user`, `-session` and `-tags`. */
export function labelsOf(headers: IncomingHttpHeaders): Labels {
  const label = (name: string) => {
    const value = headers[`x-promptmeter-${name}`];
    const text = typeof value === 'string' ? decoded(value).trim() : '';
    return text === '' ? null : text.slice(0, longest);
  };
  return {
    ...{ prompt: label('prompt'), feature: label('feature') },
    ...{ user: label('user'), session: label('session') },
    tags: tagsOf(headers['x-promptmeter-tags']),
  };
}

/** `shop=harbour, oven=2`; a word without a value is a tag that is simply there. */
function tagsOf(value: string | string[] | undefined): Record<string, string> {
  if (typeof value !== 'string') return {};
  const tags = value.split(',').map((one): [string, string] => {
    const [name = '', ...rest] = decoded(one).split('=');
    return [name.trim().slice(0, longest), rest.join('=').trim().slice(0, longest)];
  });
  return Object.fromEntries(tags.filter(([name]) => name !== '').slice(0, mostTags));
}

/** Headers hold Latin letters only; others come as `%C3%BC`, or as bytes of UTF-8. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(Buffer.from(value, 'latin1').toString('utf8'));
  } catch {
    // A percent sign that is just one.
    return value;
  }
}
