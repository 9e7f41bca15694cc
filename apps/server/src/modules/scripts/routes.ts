import { scripts } from '@guitai/contract';
import type { Uploads } from '../../kernel/files/upload.ts';
import { type Route, route, routeBare } from '../../kernel/route.ts';
import { getScriptIndex, removeScriptFavourite, setScriptFavourite } from './entry.ts';
import { exportScripts } from './export.ts';
import { listScriptFigures } from './figures.ts';
import { fillScriptWith } from './fill.ts';
import { createScriptFolder, removeScriptFolder, updateScriptFolder } from './folder.ts';
import { importScripts } from './import.ts';
import { getScriptPictureWith, uploadScriptPictureWith } from './picture.ts';
import { adoptPlaybook, listPlaybooks } from './playbook.ts';
import { getScriptRules, setScriptRule } from './rule.ts';
import {
  bringBackScript,
  createScript,
  getScript,
  moveScript,
  removeScript,
  saveScript,
} from './script.ts';
import { sendScriptPartWith } from './send.ts';
import { decideScript, listScriptApprovals, listScriptVersions } from './version.ts';
import type { WordGuard } from './word.guard.ts';
import { addForbiddenWords, listForbiddenWords, removeForbiddenWord } from './word.ts';

/** Who may write where is asked of the library; `scripts.write` is what one's own needs, `scripts.manage` the others'. */
export const routesWith = (guard: WordGuard, pictures: Uploads): Route[] => [
  route(scripts.getScriptIndex, 'scripts.read', getScriptIndex),
  route(scripts.createScript, 'scripts.write', createScript),
  route(scripts.getScript, 'scripts.read', getScript),
  route(scripts.saveScript, 'scripts.write', saveScript),
  route(scripts.moveScript, 'scripts.write', moveScript),
  route(scripts.removeScript, 'scripts.write', removeScript),
  route(scripts.bringBackScript, 'scripts.write', bringBackScript),
  route(scripts.listScriptVersions, 'scripts.read', listScriptVersions),
  route(scripts.listScriptApprovals, 'scripts.read', listScriptApprovals),
  route(scripts.decideScript, 'scripts.approve', decideScript),
  route(scripts.setScriptFavourite, 'scripts.read', setScriptFavourite),
  route(scripts.removeScriptFavourite, 'scripts.read', removeScriptFavourite),
  route(scripts.fillScript, 'scripts.read', fillScriptWith(guard)),
  routeBare(scripts.sendScriptPart, 'scripts.read', sendScriptPartWith({ guard, pictures })),
  routeBare(scripts.uploadScriptPicture, 'scripts.write', uploadScriptPictureWith(pictures)),
  routeBare(scripts.getScriptPicture, 'scripts.read', getScriptPictureWith(pictures)),
  route(scripts.createScriptFolder, 'scripts.write', createScriptFolder),
  route(scripts.updateScriptFolder, 'scripts.write', updateScriptFolder),
  route(scripts.removeScriptFolder, 'scripts.write', removeScriptFolder),
  route(scripts.getScriptRules, 'scripts.read', getScriptRules),
  route(scripts.setScriptRule, 'scripts.approve', setScriptRule),
  route(scripts.listForbiddenWords, 'scripts.read', listForbiddenWords),
  route(scripts.addForbiddenWords, 'scripts.manage', addForbiddenWords),
  route(scripts.removeForbiddenWord, 'scripts.manage', removeForbiddenWord),
  route(scripts.listPlaybooks, 'scripts.read', listPlaybooks),
  route(scripts.adoptPlaybook, 'scripts.write', adoptPlaybook),
  route(scripts.importScripts, 'scripts.write', importScripts),
  route(scripts.exportScripts, 'scripts.read', exportScripts),
  route(scripts.listScriptFigures, 'scripts.read', listScriptFigures),
];
