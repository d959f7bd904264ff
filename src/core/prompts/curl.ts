import type { Place } from '../source/workspace.ts';
import { addressAt } from './address.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/**
 * Where a handle of PHP's cURL sends its request: the address that it was made with, or that it is given anywhere in
 * the file. Empty where none can be seen. https://www.php.net/manual/en/function.curl-setopt.php, read 2026-11.
 */
export function addressOfHandle(handle: Place, trail: Trail): string {
  const origin = definitionOf(handle, trail);
  const made = origin.kind === 'values' ? origin.values : [];
  for (const place of [...made.flatMap((value) => argumentOf(value, 'curl_init', 0)), ...given(handle)]) {
    const address = addressAt(place, trail);
    if (address !== '') return address;
  }
  return '';
}

/** `curl_setopt($handle, CURLOPT_URL, …)`, of a handle of this name. */
function given(handle: Place): readonly Place[] {
  const { unit } = handle;
  const name = written(handle);
  return unit.outline.calls.flatMap((node) => {
    const call = { unit, node };
    const [of] = argumentOf(call, 'curl_setopt', 0);
    const [option] = of === undefined || written(of) !== name ? [] : argumentOf(call, 'curl_setopt', 1);
    return option !== undefined && written(option) === 'CURLOPT_URL'
      ? argumentOf(call, 'curl_setopt', 2)
      : [];
  });
}

function argumentOf(place: Place, fn: string, index: number): readonly Place[] {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind !== 'call' || written({ ...at, node: expression.callee }) !== fn) return [];
  const value = expression.args[index]?.value;
  return value === undefined ? [] : [{ ...at, node: value }];
}

function written({ unit, node }: Place): string {
  return unit.text.slice(node.start, Math.min(node.end, node.start + longestName)).replace(/^\\/, '');
}

const longestName = 80;
