import { sourceOffset } from '../../source/decoded.ts';
import type { EngineName, Gap } from '../../source/formats/engines/engine.ts';
import { piecesOf } from '../../source/formats/engines/index.ts';
import type { Part } from '../../source/formats/format.ts';
import { evidenceIn, evidenceOfName, type Evidence } from '../evidence.ts';
import type { Hole, Segment, Text } from '../prompt.ts';
import { sliceText, textSegment } from '../segments.ts';

/** A part of a file → what of it is sent as it stands, and what is filled in when it is. */
export function segmentsOfPart({ text, engine }: Part, path: string): readonly Segment[] {
  const whole = textSegment(text, path);
  return piecesOf(text.text, engine)
    .map((piece) =>
      piece.kind === 'text' ? sliceText(whole, piece.start, piece.end) : holeAt(whole, piece, engine),
    )
    .filter((segment) => segment.kind === 'hole' || segment.text !== '');
}

function holeAt(text: Text, gap: Gap, engine: EngineName): Hole {
  const expression = gap.expression.replace(/\s+/g, ' ');
  return {
    kind: 'hole',
    path: text.path,
    range: { start: sourceOffset(text, gap.start), end: sourceOffset(text, gap.end - 1) + 1 },
    expression: expression.length > 200 ? `${expression.slice(0, 199)}…` : expression,
    ...evidenceOf(gap, engine),
  };
}

/** How the value varies: by what the expression does, by its name, by where its value comes from. */
function evidenceOf({ expression, from, includes }: Gap, engine: EngineName): Evidence {
  if (includes === true) return { varies: 'deploy', because: 'another file' };
  const [value = ''] = expression.split('|');
  const seen = evidenceIn(expression) ?? evidenceOfName(value);
  if (seen !== null) return seen;
  const source = from === undefined ? null : (evidenceIn(from) ?? evidenceOfName(from.split('|')[0] ?? ''));
  if (source !== null) return source;
  // whoever runs the command types them
  if (engine === 'arguments') return { varies: 'request', because: 'input' };
  return { varies: 'unknown', because: 'placeholder' };
}
