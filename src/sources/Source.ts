import type { Loaded } from '../metric/Loaded';
import type { Observable } from '../model/Observable';

/** Something that changes elsewhere: how far it has come, and a call back after each change. Each source has its own state and age. */
export type Source<T> = Observable<Loaded<T>>;
