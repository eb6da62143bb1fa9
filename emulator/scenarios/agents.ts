import { supervisor } from '../supervisor';
import type { WorkerPlan } from '../taskrouter/Population';

/** The person logged in to Flex. Serves no queue, so the contact centre's work never reaches them. */
export const supervisorPlan: WorkerPlan = {
  friendlyName: supervisor,
  attributes: {
    full_name: 'Supervisor',
    contact_uri: 'client:supervisor_40example_2Ecom',
    roles: ['supervisor'],
  },
  activity: 'Offline',
  queues: [],
  capacity: { voice: 1, chat: 3 },
};

const people: readonly (readonly [name: string, queues: readonly string[]])[] = [
  ['Ada Okafor', ['Support']],
  ['Ben Whitlock', ['Support']],
  ['Chiara Rossi', ['Support']],
  ['Daniel Kim', ['Support']],
  ['Elena Petrova', ['Support']],
  ['Farid Haddad', ['Support']],
  ['Grace Mbeki', ['Support']],
  ['Hugo Lindqvist', ['Support']],
  ['Imani Brooks', ['Support', 'Sales']],
  ['Jonas Weber', ['Support', 'Sales']],
  ['Keiko Tanaka', ['Support', 'Sales']],
  ['Liam Byrne', ['Support', 'Sales']],
  ['Marta Nowak', ['Sales']],
  ['Nadia Rahman', ['Sales']],
  ['Oscar Delgado', ['Sales']],
  ['Priya Nair', ['Sales']],
  ['Quentin Moreau', ['Sales']],
  ['Rosa Almeida', ['Sales']],
  ['Samir Patel', ['Sales', 'Support']],
  ['Tessa de Vries', ['Sales', 'Support']],
  ['Uma Krishnan', ['Billing']],
  ['Viktor Horvat', ['Billing']],
  ['Wendy Chang', ['Billing']],
  ['Yusuf Demir', ['Billing']],
];

/** The 24 agents of every scenario, in the activities named; the rest of the list repeats the last one. */
export function agents(activities: readonly string[]): readonly WorkerPlan[] {
  return people.map(([name, queues], position) => {
    const login = name.toLowerCase().replace(/ /g, '.');
    return {
      friendlyName: `${login}@example.com`,
      attributes: {
        full_name: name,
        contact_uri: `client:${login}`,
        email: `${login}@example.com`,
        team_name: queues[0],
        routing: { skills: queues },
      },
      activity: activities[Math.min(position, activities.length - 1)] ?? 'Offline',
      queues,
      capacity: { voice: 1, chat: 2 },
    };
  });
}

/** So many more agents, named by their number; each fourth in another team. */
export function numberedAgents(count: number, activity: string): readonly WorkerPlan[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      friendlyName: `agent.${number}@example.com`,
      attributes: { full_name: `Agent ${number}`, team_name: `Team ${(index % 4) + 1}` },
      activity,
      queues: [],
      capacity: { voice: 1, chat: 2 },
    };
  });
}
