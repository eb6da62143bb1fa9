import { faultTargets, type Fault } from '../faults';
import { BadRequest, numberField, optionalNumberField } from './bodyFields';
import type { Bounds } from './bodyFields';

const numbers: Readonly<Record<'share' | 'delayMs' | 'status' | 'code' | 'duplicate' | 'reorder', Bounds>> = {
  share: { least: 0.0001, most: 1 },
  delayMs: { least: 0, most: 60_000 },
  status: { least: 200, most: 599 },
  code: { least: 0, most: 99_999 },
  duplicate: { least: 0, most: 10 },
  reorder: { least: 0, most: 100 },
};
const known: readonly string[] = ['target', 'times', 'request', 'garbage', ...Object.keys(numbers)];

/** Reads an ordered fault, or throws a BadRequest that says what is wrong with it. */
export function readFault(body: unknown): Fault {
  const { target: wanted, request, garbage } = body as Record<'target' | 'request' | 'garbage', unknown>;
  const target = faultTargets.find((one) => one === wanted);
  if (!target) throw new BadRequest(`"target" must be one of ${faultTargets.join(', ')}`);
  const unknown = Object.keys(body as object).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new BadRequest(`A fault has no "${unknown}", only ${known.join(', ')}`);
  if (garbage !== undefined && typeof garbage !== 'string') throw new BadRequest('"garbage" must be text');
  if (request !== undefined && typeof request !== 'string') throw new BadRequest('"request" must be text');
  const times = numberField(body, 'times', { least: 1, most: 10_000 });
  const fields = Object.entries(numbers).flatMap(([field, bounds]) => {
    const value = optionalNumberField(body, field, bounds);
    return value === undefined ? [] : [[field, value]];
  });
  const fault: Fault = {
    target,
    times,
    ...(request === undefined ? {} : { request }),
    ...(garbage === undefined ? {} : { garbage }),
    ...Object.fromEntries(fields),
  };
  if (target !== 'event-post' && (fault.duplicate || fault.reorder))
    throw new BadRequest('"duplicate" and "reorder" are for event-post only');
  return fault;
}
