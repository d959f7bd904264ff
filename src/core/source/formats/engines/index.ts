import { blade } from './blade.ts';
import type { Engine, EngineName, Piece } from './engine.ts';
import { erb } from './erb.ts';
import { goTemplate } from './goTemplate.ts';
import { jinja, liquid } from './jinja.ts';
import { mustache } from './mustache.ts';
import { argumentsOf, braces, dollar, expressions, hasBraces, imports, variables } from './placeholders.ts';

type KnownEngine = Exclude<EngineName, 'guess'>;

const engines: Readonly<Record<KnownEngine, Engine>> = {
  jinja,
  liquid,
  handlebars: mustache,
  mustache,
  go: goTemplate,
  erb,
  blade,
  braces,
  dollar,
  variables,
  arguments: argumentsOf,
  imports,
  expressions,
  none: (text) => [{ kind: 'text', start: 0, end: text.length }],
};

/** Text → what is sent of it as it stands, and what is filled in. */
export function piecesOf(text: string, engine: EngineName): readonly Piece[] {
  return engines[engine === 'guess' ? seemingEngine(text) : engine](text);
}

/** Who seems to fill a text, told by its tags alone. */
export function seemingEngine(text: string): KnownEngine {
  if (/\$\{\{/.test(text)) return 'expressions';
  if (/\{%[-+]?\s*[a-z]/.test(text)) return 'jinja';
  if (/\{\{~?[#/^>!][^{}]*\}\}/.test(text)) return 'handlebars';
  if (/\{\{-?\s*(?:\.[A-Za-z_]|(?:if|range|with|template)\s+[.$"(]|end\s)/.test(text)) return 'go';
  if (hasBraces(text)) return 'braces';
  if (/\{\{\{?\s*\$?[A-Za-z_][^{}\n]*\}\}/.test(text)) return 'mustache';
  return /\$\{[A-Za-z_][\w.]*\}/.test(text) ? 'dollar' : 'none';
}
