export const HOUSE_STYLE = 'You write short sentences.';
export const places = { harbour: 'You sell at the harbour.', market: 'You sell at the market.' };
export function closing(): string {
  return 'You never promise a time.';
}
export default 'You are the default baker of the house.';
