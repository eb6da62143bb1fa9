import type { Loaded } from '../model/metric/Loaded';
import type { ReadableStore } from '../model/store/Store';

/** Something that changes elsewhere: how far it has come, and a call back after each change. Each source has its own state and age. */
export type Source<T> = ReadableStore<Loaded<T>>;
