import { fixedKey } from './fixedKey';
import type { Expression } from './syntax';

/** Statistics that grow each second while nobody collects them. */
const ages: ReadonlySet<unknown> = new Set([
  'longest_task_waiting_age',
  'longest_relative_task_age_in_queue',
]);

/** Whether a node is a wait as it was collected: `x.longest_task_waiting_age`, also with a value for where there is none. */
export function isAge(node: Expression): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return ages.has(fixedKey(node));
    case 'ChainExpression':
      return isAge(node.expression);
    case 'LogicalExpression':
      return node.operator === '??' && isAge(node.left);
    default:
      return false;
  }
}

/** Whether an operator compares two values by their size. */
export const isComparison = (operator: string): boolean => ['<', '>', '<=', '>='].includes(operator);
