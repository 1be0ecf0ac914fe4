import { CROWD_FAULTS } from './crowd-fault';
import { DISK_FAULTS } from './disk-faults';
import type { Fault } from './fault';
import { PROCESS_FAULTS } from './process-faults';
import { SERVICE_FAULTS } from './service-faults';

const ALL = { ...PROCESS_FAULTS, ...SERVICE_FAULTS, ...CROWD_FAULTS, ...DISK_FAULTS };

export type FaultName = keyof typeof ALL;
export const FAULTS: Readonly<Record<FaultName, Fault>> = ALL;
export const FAULT_NAMES = Object.keys(ALL) as FaultName[];

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(ALL, name);
