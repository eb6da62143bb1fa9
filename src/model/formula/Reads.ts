import { freezeData } from './freezeData';
import { hasOwn } from './values';

/** Reads something of dashboard data. */
type Read = (data: unknown) => unknown;

type Keys = readonly (string | number)[];

/** A formula that reads more single parts than this is evaluated again each time: looking them all up would cost as much. */
const mostParts = 64;

/**
 * What an evaluation read of the data. Data never changes, so the identity of the parts says whether another evaluation could
 * give anything else: a list or an object that is still the same one holds what it held.
 */
export class Reads {
  private readonly reads: Read[] = [];
  private readonly values: unknown[] = [];
  private age: number | undefined;
  private second: number | undefined;
  private isOpen = false;
  private readonly names = new Set<string>();

  /** Another evaluation begins. */
  clear(): void {
    this.reads.length = 0;
    this.values.length = 0;
    this.age = undefined;
    this.second = undefined;
    this.isOpen = false;
    // Clearing makes a new table, even of an empty one.
    if (this.names.size > 0) this.names.clear();
  }

  /** What `read` gave. The same `read` gives the same for the same data. */
  add(read: Read, value: unknown): void {
    if (this.reads.length >= mostParts) this.isOpen = true;
    if (this.isOpen) return;
    this.reads.push(read);
    this.values.push(value);
  }

  /** Something of a source was read, where several are joined. */
  addSource(name: string): void {
    this.names.add(name);
  }

  /** The sources that were read, where several are joined. */
  get sources(): ReadonlySet<string> {
    return this.names;
  }

  /** So many seconds of age were counted in. */
  addAge(seconds: number): void {
    this.age = seconds;
  }

  /** Time was counted until this second. */
  addSecond(second: number): void {
    this.second = second;
  }

  /** The data as a whole, or the clock: something that is another one each time. */
  addWhole(): void {
    this.isOpen = true;
  }

  /** Whether an evaluation over this data, at this age and moment, gives what the one gave that is recorded here. */
  stillHold(data: unknown, age: number, now: number): boolean {
    if (this.isOpen || (this.age !== undefined && this.age !== age)) return false;
    if (this.second !== undefined && this.second !== Math.floor(now / 1000) * 1000) return false;
    freezeData(data);
    for (let i = 0; i < this.reads.length; i++)
      if (!Object.is(this.reads[i]?.(data), this.values[i])) return false;
    return true;
  }
}

const unreachable = Symbol('unreachable');

/** The own property at the end of the first `count` keys; undefined where only the last is missing. */
export function ownAt(data: unknown, keys: Keys, count = keys.length): unknown {
  let value = data;
  for (let i = 0; i < count; i++) {
    if (typeof value !== 'object' || value === null) return unreachable;
    const key = keys[i] as string | number;
    if (hasOwn(value, key)) value = (value as Readonly<Record<string | number, unknown>>)[key];
    else return i === count - 1 ? undefined : unreachable;
  }
  return value;
}
