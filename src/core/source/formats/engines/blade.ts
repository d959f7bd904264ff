import { bySight, Pieces, type Engine } from './engine.ts';

/**
 * Laravel's Blade: `{{ … }}` and `{!! … !!}` are filled in, comments and directives leave nothing, `@{{` is text, and
 * `@include` brings another view in.
 * Source: laravel.com/docs/12.x/blade (read 2026-11).
 */
export const blade: Engine = (text) => {
  const pieces = new Pieces(text);
  for (const piece of bySight(text, tags)) {
    if (piece.kind === 'text') pieces.text(piece.start, piece.end);
    else if (piece.expression.startsWith('{{')) pieces.text(piece.start + 1, piece.end);
    else if (/^@include/.test(piece.expression)) pieces.hole({ ...piece, includes: true });
    else if (!/^(?:--|@)/.test(piece.expression)) pieces.hole(piece);
  }
  return pieces.list;
};

/** One bracket within another is as deep as the condition of a directive is read. */
const brackets = String.raw`\((?:[^()]|\([^()]{0,200}\)){0,400}\)`;
const directives = String.raw`if|elseif|unless|foreach|for|forelse|while|switch|case|isset|empty|php|include(?:If|When)?|json|auth|env|section|yield`;
const alone = String.raw`else|endif|endunless|endforeach|endfor|endforelse|endwhile|endswitch|break|continue|default|endisset|endempty|empty|endphp|endsection`;
const tags = new RegExp(
  String.raw`@(\{\{[^{}]{1,500}\}\})|\{\{(--[^]{0,2000}?--)\}\}|\{\{([^{}]{1,500})\}\}|\{!!([^{}]{1,500})!!\}|(?<![\w@.])(@(?:${directives})\s{0,4}${brackets}|@(?:${alone})\b)`,
  'g',
);
