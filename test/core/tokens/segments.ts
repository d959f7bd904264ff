import type { Hole, Segment, Text, Varies } from '../../../src/core/prompts/prompt.ts';

const somewhere = { path: 'bakery.ts', range: { start: 0, end: 0 } } as const;

export function text(content: string): Text {
  return { kind: 'text', text: content, map: [], ...somewhere };
}

export function hole(varies: Varies = 'unknown', arms?: readonly (readonly Segment[])[]): Hole {
  return {
    kind: 'hole',
    expression: 'loaf',
    varies,
    because: 'parameter',
    ...somewhere,
    ...(arms && { arms }),
  };
}
