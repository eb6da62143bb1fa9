import { TwilioError } from '../twilioError';

/** Which workers a queue may offer its tasks to: the two forms of TaskRouter's expressions that the emulator knows. */
export const everybody = '1==1';
export const targetExpression = (membership: string): string => `queues HAS "${membership}"`;

/** Whether a worker who is a member of these queues' teams fits the queue's target expression. */
export const isEligible = (
  { queues }: { readonly queues: readonly string[] },
  { targetWorkers }: { readonly targetWorkers: string },
): boolean =>
  targetWorkers === everybody || queues.some((membership) => targetExpression(membership) === targetWorkers);

/** Returns the expression, or throws a TwilioError (400) given one that the emulator could not obey. */
export function checkTargetExpression(expression: string): string {
  if (expression === everybody || /^queues HAS "[^"]+"$/.test(expression)) return expression;
  throw new TwilioError(
    400,
    20001,
    `The emulator knows target expressions '${everybody}' and '${targetExpression('NAME')}' only, not '${expression}'`,
  );
}
