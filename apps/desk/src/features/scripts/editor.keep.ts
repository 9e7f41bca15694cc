import { scripts } from '@guitai/contract';
import { refresh, useAct } from '../../lib/query.ts';
import { type Content, tidy } from './editor.rules.ts';
import type { Spot } from './tree.rules.ts';

export interface Draft {
  readonly title: string;
  readonly code: string;
  readonly content: Content;
}

/** How an editor keeps what was written: a new version of `script`, or without one a new script at a spot. */
export function useKeep(
  script: scripts.ScriptShape | undefined,
  onSaved: (scriptId: string) => void,
) {
  const done = (saved: scripts.ScriptShape) => {
    refresh(scripts.getScript, scripts.listScriptVersions, scripts.listScriptApprovals);
    onSaved(saved.id);
  };
  const create = useAct(scripts.createScript, done);
  const save = useAct(scripts.saveScript, done);
  const move = useAct(scripts.moveScript, () => refresh(scripts.getScript));
  const keep = ({ title, code, content }: Draft, publish: boolean, spot: Spot | undefined) => {
    const given = { title: title.trim(), code: code.trim(), content: tidy(content), publish };
    if (script) return void save.run({ scriptId: script.id, ...given, from: script.version });
    if (!spot) return;
    const { scope, shopId, folder } = spot;
    const place = {
      scope,
      ...(shopId ? { shopId } : {}),
      ...(folder ? { folderId: folder.id } : {}),
    };
    void create.run({ ...place, ...given });
  };
  return {
    keep,
    /** Puts a script that is there already into another folder; null: none. */
    put: (scriptId: string, folderId: string | null) => void move.run({ scriptId, folderId }),
    busy: create.busy || save.busy,
    refusal: create.refusal ?? save.refusal ?? move.refusal,
  };
}
