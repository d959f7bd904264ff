import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngineName } from '../../../../src/core/source/formats/engines/engine.ts';
import { piecesOf, seemingEngine } from '../../../../src/core/source/formats/engines/index.ts';

/** What is sent, with `⟨…⟩` where something is filled in. */
function sent(text: string, engine: EngineName): string {
  return piecesOf(text, engine)
    .map((piece) => (piece.kind === 'hole' ? `⟨${piece.expression}⟩` : text.slice(piece.start, piece.end)))
    .join('');
}

const cases: readonly [engine: EngineName, what: string, text: string, expected: string][] = [
  ['jinja', 'fills expressions', 'Bake {{ loaf }} now', 'Bake ⟨loaf⟩ now'],
  ['jinja', 'keeps filters', '{{ loaf | default("rye") }}', '⟨loaf | default("rye")⟩'],
  ['jinja', 'sends nothing of tags', 'a{% if x %}b{% else %}c{% endif %}d', 'abcd'],
  ['jinja', 'leaves the lines of tags', '{% if x %}\nb\n{% endif %}\nc', '\nb\n\nc'],
  ['jinja', 'takes white space where told', 'a \n{%- if x -%}\n b\n{%- endif %}\nc', 'ab\nc'],
  ['jinja', 'takes it beside expressions', 'a {{- loaf -}} b', 'a⟨loaf⟩b'],
  ['jinja', 'keeps it where told', 'a {%+ if x %} b', 'a  b'],
  ['jinja', 'sends no comment', 'a{# not {{ this }} #}b', 'ab'],
  ['jinja', 'sends raw stretches', '{% raw %}{{ loaf }}{% endraw %}', '{{ loaf }}'],
  ['jinja', 'drops the last line break', 'a\nb\n', 'a\nb'],
  ['jinja', 'passes over strings', '{{ "}}" ~ loaf }}!', '⟨"}}" ~ loaf⟩!'],
  ['jinja', 'passes over braces', "{{ {'a': {'b': 1}} }}!", "⟨{'a': {'b': 1}}⟩!"],
  ['jinja', 'takes what does not end for text', 'a {{ loaf and {% more', 'a {{ loaf and {% more'],
  ['jinja', 'goes on behind an apostrophe', "{{ baker's }} and {{ baker }}", "⟨baker's⟩ and ⟨baker⟩"],
  ['jinja', 'takes unknown tags for tags', 'a{% nonsense %%}b', 'ab'],
  ['jinja', 'knows inclusions', 'a{% include "rules.j2" %}b', 'a⟨include "rules.j2"⟩b'],
  ['liquid', 'sends no comment', 'a{% comment %}{{ x }}{% endcomment %}b', 'ab'],
  ['liquid', 'has no other comments', '{# a #}', '{# a #}'],
  ['liquid', 'keeps the last line break', 'a\n', 'a\n'],
  ['handlebars', 'fills expressions', '{{loaf}} {{{loaf}}} {{&loaf}}', '⟨loaf⟩ ⟨loaf⟩ ⟨loaf⟩'],
  ['handlebars', 'takes the line of a section', 'a\n  {{#if x}}\nb\n{{else}}\nc\n{{/if}}\nd', 'a\nb\nc\nd'],
  ['handlebars', 'leaves a section inside a line', 'a {{#if x}}b{{/if}} c', 'a b c'],
  ['handlebars', 'sends no comment', 'a{{! no }}b{{!-- {{no}} --}}c', 'abc'],
  ['handlebars', 'takes the line of a comment', 'a\n{{! no }}\nb', 'a\nb'],
  ['handlebars', 'takes white space where told', 'a {{~loaf~}} b', 'a⟨loaf⟩b'],
  ['handlebars', 'sends what is escaped', 'a \\{{loaf}} b', 'a {{loaf}} b'],
  ['handlebars', 'sends raw blocks', '{{{{raw}}}}{{loaf}}{{{{/raw}}}}', '{{loaf}}'],
  ['handlebars', 'knows partials', '{{> rules tone="dry"}}', '⟨> rules tone="dry"⟩'],
  ['handlebars', 'takes what does not end for text', 'a {{loaf and {{#', 'a {{loaf and {{#'],
  ['mustache', 'knows inverted sections', '{{#x}}a{{/x}}{{^x}}b{{/x}}', 'ab'],
  ['go', 'fills values', 'Bake {{.Loaf}} for {{ $.Guest | upper }}', 'Bake ⟨.Loaf⟩ for ⟨$.Guest | upper⟩'],
  ['go', 'sends nothing of actions that steer', '{{if .Rye}}a{{else}}b{{end}}{{$n := len .Loaves}}', 'ab'],
  ['go', 'takes white space where told', 'a \n{{- range .Loaves -}}\n b\n{{- end}}\nc', 'ab\nc'],
  ['go', 'keeps the minus of a number', 'a {{-3}} b', 'a ⟨-3⟩ b'],
  ['go', 'sends no comment', 'a{{/* not {{ this }} */}}b{{- /* nor this */ -}} c', 'abc'],
  ['go', 'knows other templates', '{{template "rules.tmpl" .}}!', '⟨template "rules.tmpl" .⟩!'],
  ['go', 'passes over strings', '{{printf "}}%s" .Loaf}}!', '⟨printf "}}%s" .Loaf⟩!'],
  ['go', 'takes what does not end for text', 'a {{.Loaf and {{', 'a {{.Loaf and {{'],
  ['erb', 'fills expressions', 'Bake <%= loaf.name %> now', 'Bake ⟨loaf.name⟩ now'],
  ['erb', 'sends nothing of tags', '<% if rye %>a<% end %><%# no %>b', 'ab'],
  ['erb', 'takes lines where told', 'a\n  <%- if rye -%>\nb\n  <%- end -%>\nc', 'a\nb\nc'],
  ['erb', 'sends what is escaped', 'a <%% b', 'a <% b'],
  ['erb', 'takes what does not end for text', 'a <%= loaf', 'a <%= loaf'],
  ['erb', 'knows partials', '<%= render "rules" %>', '⟨render "rules"⟩'],
  ['blade', 'fills expressions', 'Bake {{ $loaf->name }} {!! $note !!}', 'Bake ⟨$loaf->name⟩ ⟨$note⟩'],
  ['blade', 'sends nothing of directives', '@if (count($x) > 1)\na\n@else\nb\n@endif', '\na\n\nb\n'],
  ['blade', 'sends no comment', 'a{{-- not {{ this }} --}}b', 'ab'],
  [
    'blade',
    'leaves what is escaped and addresses',
    '@{{ loaf }} baker@if.example',
    '{{ loaf }} baker@if.example',
  ],
  ['blade', 'knows other views', "@include('rules')", "⟨@include('rules')⟩"],
  ['braces', 'fills names', 'Bake {loaf} and {order.id} for {0}', 'Bake ⟨loaf⟩ and ⟨order.id⟩ for ⟨0⟩'],
  ['braces', 'reads doubled braces', 'As {{"a": {x}}} and {{y}}', 'As {"a": ⟨x⟩} and {y}'],
  [
    'braces',
    'leaves JSON to those who replace',
    'As {"a": {"b": 1}} with {x}',
    'As {"a": {"b": 1}} with ⟨x⟩',
  ],
  ['braces', 'knows formats', '{price:.2f} {loaf!r}', '⟨price⟩ ⟨loaf⟩'],
  ['dollar', 'fills names', 'Bake ${loaf} for $customer at $$5', 'Bake ⟨loaf⟩ for ⟨customer⟩ at $5'],
  ['variables', 'fills inputs', '${input:loaf:rye} ${selection} $x', '⟨input:loaf:rye⟩ ⟨selection⟩ $x'],
  [
    'arguments',
    'fills arguments',
    'Bake $ARGUMENTS, $1 but $12 and !`git diff`',
    'Bake ⟨$ARGUMENTS⟩, ⟨$1⟩ but $12 and ⟨git diff⟩',
  ],
  ['expressions', 'fills expressions', 'For ${{ github.actor }} {{ x }}', 'For ⟨github.actor⟩ {{ x }}'],
  [
    'imports',
    'knows other files',
    'See @docs/oven.md and @AGENTS\nnot @baker, baker@shop.com or `@x/y.md`',
    'See ⟨@docs/oven.md⟩ and ⟨@AGENTS⟩\nnot @baker, baker@shop.com or `@x/y.md`',
  ],
  ['none', 'fills nothing', 'a {{b}} {c}', 'a {{b}} {c}'],
];

describe('a template', () => {
  for (const [engine, what, text, expected] of cases)
    it(`${engine} ${what}`, () => {
      assert.equal(sent(text, engine), expected);
    });

  it('covers its text in order, whatever stands in it', () => {
    const marks = [
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '{',
      '}',
      '$',
      '-',
      '~',
      '"',
      "'",
      '#',
      '/',
      'if x',
      '\n',
      ' ',
      'raw',
      '\\',
    ];
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let run = 0; run < 3000; run++) {
      const text = Array.from({ length: 3 + next(30) }, () => marks[next(marks.length)]).join('');
      for (const engine of [
        'jinja',
        'liquid',
        'handlebars',
        'braces',
        'dollar',
        'go',
        'erb',
        'blade',
        'imports',
        'guess',
      ] as const) {
        let at = 0;
        for (const { start, end } of piecesOf(text, engine)) {
          assert.ok(start >= at && end >= start && end <= text.length, `${engine}: ${JSON.stringify(text)}`);
          at = end;
        }
      }
    }
  });
});

describe('who fills a text', () => {
  const guesses: Readonly<Record<string, EngineName>> = {
    'Bake {{ loaf }}{% if rush %} at once{% endif %}.': 'jinja',
    'Bake {{loaf}}{{#if rush}} at once{{/if}}.': 'handlebars',
    'Bake {{.Loaf}}{{if .Rush}} at once{{end}}.': 'go',
    'Bake {{loaf}}.': 'mustache',
    'Bake {loaf}.': 'braces',
    'Bake {loaf} as {{"id": 1}}.': 'braces',
    'Bake ${loaf}.': 'dollar',
    'Bake for ${{ github.actor }}.': 'expressions',
    'Bake as {"loaf": "rye"} for $5.': 'none',
  };
  for (const [text, engine] of Object.entries(guesses))
    it(`${engine}: ${text}`, () => {
      assert.equal(seemingEngine(text), engine);
    });
});
