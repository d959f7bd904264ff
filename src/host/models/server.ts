/**
 * The address of a server of models as it is asked: a mirror keeps the paths of the public server below its own.
 * @returns without a slash at its end; `null` for what is no such address, or has a name or password in it.
 */
export function readServer(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return null;
  return address.replace(/\/+$/, '');
}
