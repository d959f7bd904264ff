import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { JsonSchema, JsonValue } from '../src/core/shape.ts';

type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/**
 * An interface of a file, and all that it names there or in the files it imports, as a JSON schema. Comments become descriptions; the tags `@minimum`,
 * `@pattern` and `@asType` say what TypeScript cannot. @throws for a kind of type that has no counterpart here.
 */
export function schemaOf(file: string, name: string): JsonSchema {
  const declared = new Map<string, Declared>();
  collect(file, declared);

  const definitions: Record<string, JsonValue> = {};
  const define = (wanted: string): JsonSchema => {
    const declaration = declared.get(wanted);
    if (declaration === undefined)
      throw new Error(`${file} names the type ${wanted}, which it does not declare`);
    if (!(wanted in definitions)) {
      definitions[wanted] = {};
      definitions[wanted] = { ...shapeOf(declaration), ...told(declaration) };
    }
    return { $ref: `#/$defs/${wanted}` };
  };

  const shapeOf = (declaration: Declared): JsonSchema => {
    if (ts.isTypeAliasDeclaration(declaration)) return schema(declaration.type);
    const inherited = (declaration.heritageClauses ?? [])
      .flatMap((clause) => clause.types)
      .flatMap(({ expression }) => {
        const base = declared.get(expression.getText());
        if (base === undefined || !ts.isInterfaceDeclaration(base))
          throw new Error(`unknown base of ${declaration.name.text}`);
        return [...base.members];
      });
    return members([...inherited, ...declaration.members]);
  };

  const members = (all: readonly ts.TypeElement[]): JsonSchema => {
    const properties: Record<string, JsonValue> = {};
    const needed: string[] = [];
    for (const member of all) {
      if (!ts.isPropertySignature(member) || member.type === undefined)
        throw new Error(`no property: ${member.getText()}`);
      const key = member.name.getText();
      properties[key] = { ...schema(member.type), ...told(member) };
      if (member.questionToken === undefined) needed.push(key);
    }
    return { type: 'object', properties, required: needed, additionalProperties: false };
  };

  const schema = (node: ts.TypeNode): JsonSchema => {
    if (ts.isParenthesizedTypeNode(node)) return schema(node.type);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: schema(node.elementType) };
    if (ts.isTypeLiteralNode(node)) return members([...node.members]);
    if (ts.isUnionTypeNode(node)) return union(node.types.map(schema));
    if (ts.isTypeReferenceNode(node)) return define(node.typeName.getText());
    if (ts.isLiteralTypeNode(node)) return { const: literal(node.literal) };
    const keyword = ts.tokenToString(node.kind);
    if (keyword === 'unknown') return {};
    if (keyword === 'string' || keyword === 'number' || keyword === 'boolean') return { type: keyword };
    throw new Error(`${node.getText()} has no counterpart in a JSON schema here`);
  };

  const root = define(name);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: definitions };
}

/** What a file declares, and the files beside it that it imports. */
function collect(file: string, declared: Map<string, Declared>): void {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      declared.set(statement.name.text, statement);
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
      collect(join(dirname(file), statement.moduleSpecifier.text), declared);
  }
}

function union(all: readonly JsonSchema[]): JsonSchema {
  const constants = all.flatMap((one) => ('const' in one ? [one['const'] ?? null] : []));
  return constants.length === all.length ? { enum: constants } : { anyOf: all };
}

function literal(node: ts.LiteralTypeNode['literal']): JsonValue {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  throw new Error(`${node.getText()} is no literal of JSON`);
}

/** What the comment above a declaration says. */
function told(node: ts.Node): JsonSchema {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const description = ts.getTextOfJSDocComment(comment?.comment)?.replaceAll(/\s+/g, ' ').trim();
  const tags = ts
    .getJSDocTags(node)
    .map((tag) => [tag.tagName.text, ts.getTextOfJSDocComment(tag.comment) ?? '']);
  const tag = (name: string) => tags.find(([tagName]) => tagName === name)?.[1];
  const [minimum, pattern, type] = [tag('minimum'), tag('pattern'), tag('asType')];
  return {
    ...(description === undefined || description === '' ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}
