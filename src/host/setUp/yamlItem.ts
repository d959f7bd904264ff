/**
 * Puts lines behind the last item of a sequence or mapping, and leaves all else as it stands, byte for byte.
 * @param keys lead to it. @param lines of one more item, as they would stand at the margin.
 * @returns `null` where there is nothing in block form with an item, or the text is no YAML.
 */
export async function withYamlItem(
  text: string,
  keys: readonly string[],
  lines: readonly string[],
): Promise<string | null> {
  const { isCollection, parseDocument } = await import('yaml');
  const countAt = (yaml: string): { readonly count: number; readonly range: readonly number[] } | null => {
    const document = parseDocument(yaml);
    const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
    if (document.errors.length > 0 || !isCollection(node) || node.flow === true) return null;
    return { count: node.items.length, range: node.range ?? [] };
  };

  const found = countAt(text);
  const [start, end] = found?.range ?? [];
  if (found === null || found.count === 0 || start === undefined || end === undefined) return null;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^ *$/.test(indent)) return null;
  const last = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', last);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const head = lineEnd < 0 ? text + eol : text.slice(0, lineEnd + 1);
  const added = lines.map((line) => indent + line + eol).join('');
  const changed = head + added + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
  return countAt(changed)?.count === found.count + 1 ? changed : null;
}
