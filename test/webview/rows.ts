import type { Cell, ModelRow } from '../../src/webview/protocol.ts';

interface Numbers {
  readonly tokens: number;
  readonly cold?: number;
  readonly cached?: number;
}

/** A row of the comparison, for tests that care for a few of its cells. */
export function row(id: string, numbers: Numbers, own: Partial<ModelRow> = {}): ModelRow {
  return {
    id,
    provider: 'Quay',
    current: null,
    tokens: cell(numbers.tokens),
    certainty: 'Exact.',
    context: cell(),
    cold: cell(numbers.cold),
    cached: cell(numbers.cached),
    batch: cell(),
    month: cell(),
    price: numbers.cold === undefined ? null : `${id} at Quay`,
    priceList: numbers.cold === undefined ? null : 'the price list, 2026-09-23',
    ...own,
  };
}

function cell(value?: number): Cell {
  return value === undefined ? { text: '–', value: null } : { text: String(value), value };
}
