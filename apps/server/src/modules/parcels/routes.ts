import { parcels } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { receiveParcelCallbackWith } from './callback.ts';
import { listCarriers } from './choices.ts';
import { closeProblemParcel, reopenProblemParcel } from './close.ts';
import type { Hands } from './line.ts';
import { listProblemParcels } from './list.ts';
import {
  createParcelProviderWith,
  listParcelProvidersWith,
  removeParcelProvider,
  updateParcelProviderWith,
} from './provider.ts';
import { refreshParcelWith } from './refresh.ts';
import { getParcelRoutes } from './route-of.ts';
import { getParcelSettings, updateParcelSettings } from './settings.ts';
import { writeToParcelBuyers } from './write.ts';

const manage = 'parcels.manage';
const audited = { audited: true };

export const routesWith = (hands: Hands) => [
  route(parcels.listParcelProviders, 'parcels.read', listParcelProvidersWith(hands)),
  route(parcels.createParcelProvider, manage, createParcelProviderWith(hands), audited),
  route(parcels.updateParcelProvider, manage, updateParcelProviderWith(hands), audited),
  route(parcels.removeParcelProvider, manage, removeParcelProvider, audited),
  routeBare(parcels.receiveParcelCallback, 'open', receiveParcelCallbackWith(hands)),
  route(parcels.getParcelSettings, 'parcels.read', getParcelSettings),
  route(parcels.updateParcelSettings, manage, updateParcelSettings, audited),
  route(parcels.getParcelRoutes, 'orders.read', getParcelRoutes),
  routeBare(parcels.refreshParcel, 'parcels.refresh', refreshParcelWith(hands)),
  route(parcels.listProblemParcels, 'parcels.read', listProblemParcels),
  route(parcels.closeProblemParcel, 'parcels.refresh', closeProblemParcel),
  route(parcels.reopenProblemParcel, 'parcels.refresh', reopenProblemParcel),
  route(parcels.writeToParcelBuyers, 'conversations.reply', writeToParcelBuyers),
  route(parcels.listCarriers, 'orders.read', listCarriers),
];
