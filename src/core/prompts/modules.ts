import type { Declaration } from '../source/language.ts';
import type { Scope } from '../source/outline.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { declarationsGiven, unknown, type Origin } from './origin.ts';
import type { Trail } from './trail.ts';

/** How what a module gives is followed on: resolving and modules need each other, so that the one hands itself to the other. */
interface Following {
  originOf(declarations: readonly Declaration[], scope: Scope, use: Place, trail: Trail): Origin;
  memberOfValue(origin: Origin, name: string, place: Place, trail: Trail): Origin;
  definitionOf(place: Place, trail: Trail): Origin;
}

/** What names mean that come from other files: by an import, a star or the package they stand in. */
interface Modules {
  /** A name of the same package, which needs no import. */
  ambient(from: Unit, name: string, trail: Trail): Origin | null;
  /** What a module exports under a name; `*` is the module itself. */
  exported(from: Unit, module: string, name: string, trail: Trail): Origin;
  /** A name that nobody here declares may come with `from x import *`, `export * from` or `using Shop`. */
  starImport(unit: Unit, name: string, trail: Trail): Origin;
}

export function openModules(follow: Following): Modules {
  return { ambient, exported, starImport };

  function ambient(from: Unit, name: string, trail: Trail): Origin | null {
    for (const path of from.language.ambientPaths(name, from.path, (folder) =>
      trail.workspace.list(folder),
    )) {
      if (path === from.path) continue;
      const unit = trail.workspace.declaring(path, name);
      const declarations = unit?.outline.module.names.get(name);
      if (unit !== null && declarations !== undefined)
        return trail.within('export', unit.root, unknown, () =>
          follow.originOf(declarations, unit.outline.module, { unit, node: unit.root }, trail),
        );
    }
    return null;
  }

  function exported(from: Unit, module: string, name: string, trail: Trail): Origin {
    const itself: Origin = { kind: 'module', from, module, name };
    if (name === '*')
      return (
        (module.startsWith('.') ? ofWhole(trail.workspace.imported(from, module), name, trail) : null) ??
        itself
      );
    const dot = name.indexOf('.');
    if (dot > 0) return memberExported(from, module, name.slice(0, dot), name.slice(dot + 1), trail);
    const unit = trail.workspace.imported(from, module, name);
    const declarations = unit === null ? undefined : declarationsGiven(unit, name);
    if (unit === null || declarations === undefined)
      return (
        submodule(from, module, name, trail) ??
        ofWhole(unit, name, trail) ??
        starOf(unit, name, trail, itself)
      );
    return atTop(unit, declarations, trail);
  }

  /** What declarations at the top of a file mean to others; `export default name` and the like lead on to the name. */
  function atTop(unit: Unit, declarations: readonly Declaration[], trail: Trail): Origin {
    return trail.within('export', unit.root, unknown, () => {
      const origin = follow.originOf(declarations, unit.outline.module, { unit, node: unit.root }, trail);
      const [only, another] = origin.kind === 'values' ? origin.values : [];
      const leadsOn =
        only !== undefined && another === undefined && expressionAt(unwrap(only)).kind === 'name';
      return leadsOn ? follow.definitionOf(only, trail) : origin;
    });
  }

  /** An entry of the one value that a file gives, `module.exports = …`; with `*` that value. */
  function ofWhole(unit: Unit | null, name: string, trail: Trail): Origin | null {
    const whole = unit?.outline.exports.get('export=');
    if (unit === null || whole === undefined) return null;
    const origin = atTop(unit, whole, trail);
    const found =
      name === '*' ? origin : follow.memberOfValue(origin, name, { unit, node: unit.root }, trail);
    return found.kind === 'unknown' ? null : found;
  }

  function submodule(from: Unit, module: string, name: string, trail: Trail): Origin | null {
    const path = from.language.submodule(module, name);
    if (path === null || trail.workspace.imported(from, path) === null) return null;
    return { kind: 'module', from, module: path, name: '*' };
  }

  function starOf(unit: Unit | null, name: string, trail: Trail, otherwise: Origin): Origin {
    return unit === null
      ? otherwise
      : trail.within('export', unit.root, otherwise, () => starImport(unit, name, trail, otherwise));
  }

  /** A class that stands in a file of its own name, in the package whose names are all imported. */
  function ofPackage(unit: Unit, module: string, name: string, trail: Trail): Origin | null {
    const path = unit.language.submodule(module, name);
    const file = path === null ? null : trail.workspace.imported(unit, path);
    return path === null || file?.outline.module.names.has(name) !== true
      ? null
      : exported(unit, path, name, trail);
  }

  /** `import static shop.Texts.GREETING`: a member of what a module exports. */
  function memberExported(from: Unit, module: string, holder: string, name: string, trail: Trail): Origin {
    return follow.memberOfValue(
      exported(from, module, holder, trail),
      name,
      { unit: from, node: from.root },
      trail,
    );
  }

  function starImport(unit: Unit, name: string, trail: Trail, otherwise: Origin = unknown): Origin {
    for (const star of unit.outline.module.names.get('*') ?? []) {
      if (star.from === undefined) continue;
      const module = trail.workspace.imported(unit, star.from.module, name);
      if (module?.outline.module.names.has(name) === true)
        return exported(unit, star.from.module, name, trail);
      const found = module === null ? ofPackage(unit, star.from.module, name, trail) : null;
      if (found !== null) return found;
      const cls = star.from.module.slice(star.from.module.lastIndexOf('.') + 1);
      if (module?.outline.module.names.has(cls) !== true) continue;
      const member = memberExported(unit, star.from.module, cls, name, trail);
      if (member.kind !== 'unknown') return member;
    }
    return otherwise;
  }
}
