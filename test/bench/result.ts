/** A ratio and what we want of it. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly wanted: number;
  readonly better: 'higher' | 'lower';
}

export function atLeast(name: string, value: number, wanted: number): Result {
  return { name, value, wanted, better: 'higher' };
}

export function atMost(name: string, value: number, wanted: number): Result {
  return { name, value, wanted, better: 'lower' };
}

export function isMet({ value, wanted, better }: Result): boolean {
  return better === 'higher' ? value >= wanted : value <= wanted;
}
