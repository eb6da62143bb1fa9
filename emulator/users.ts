import { sid } from './account';
import { supervisor } from './supervisor';

const teams = ['Sales', 'Support', 'Billing'] as const;
export type Team = (typeof teams)[number];

export interface EmulatedUser {
  /** What `/emulator/login?as=` calls them. */
  readonly name: string;
  readonly identity: string;
  readonly fullName: string;
  readonly roles: readonly string[];
  /** Name of their team in Flex; undefined for nobody's. */
  readonly team: Team | undefined;
  readonly flexUserSid: string;
}

/** SID of a team, as Flex gives it to workers of that team. */
export const teamSid = (team: Team): string => sid('QO', teams.indexOf(team) + 1);

const user = (
  name: string,
  fullName: string,
  role: string,
  team: Team | undefined,
  number: number,
): EmulatedUser => ({
  name,
  identity: name === 'supervisor' ? supervisor : `${name}@example.com`,
  fullName,
  roles: [role],
  team,
  flexUserSid: sid('FU', number),
});

/** Who can log in to the emulated Flex; the first one is logged in at first. They share one worker, which has the attributes of whoever asks. */
export const users: readonly EmulatedUser[] = [
  user('supervisor', 'Supervisor', 'supervisor', undefined, 1),
  user('sales-lead', 'Sofia Lange', 'supervisor', 'Sales', 2),
  user('support-lead', 'Samuel Osei', 'supervisor', 'Support', 3),
  user('billing-admin', 'Bea Nilsson', 'admin', 'Billing', 4),
  user('sales-agent', 'Nadia Rahman', 'agent', 'Sales', 5),
];

export const userNamed = (name: unknown): EmulatedUser | undefined => users.find((one) => one.name === name);

export const userOf = (identity: string | undefined): EmulatedUser | undefined =>
  users.find((one) => one.identity === identity);

/** Worker attributes as Flex writes them for a user, over those that the worker has. */
export function attributesFor(
  { team, roles, fullName, identity }: EmulatedUser,
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    ...own,
    full_name: fullName,
    email: identity,
    roles,
    ...(team === undefined ? {} : { team_name: team, team_id: teamSid(team) }),
  };
}
