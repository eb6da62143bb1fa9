/** An agent as formulas read it: an entry of `data.agents`. */
export interface Agent {
  readonly sid: string;
  /** `full_name` where the account has it, else TaskRouter's name; initials for those who may not see names. */
  readonly name: string;
  readonly activity: string;
  /** When the activity began: ISO 8601. Null where Twilio does not say. */
  readonly since: string | null;
  /** Whether agents in this activity are offered tasks. */
  readonly available: boolean;
  readonly team: string | null;
  /** Names of the agent's queues, of those that the dashboard data has. */
  readonly queues: readonly string[];
  readonly skills: readonly string[];
  /** Offered, accepted and in wrap-up, the oldest first. */
  readonly tasks: readonly AgentTask[];
  /** Those on the allow-list, as TaskRouter nests them. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface AgentTask {
  readonly sid: string;
  /** Unique name of the task channel, such as `voice`. */
  readonly channel: string;
  readonly queue: string;
  /** `pending`: offered and not answered yet. */
  readonly status: 'pending' | 'accepted' | 'wrapping';
  /** When it came into this status: ISO 8601. */
  readonly since: string;
}

/** What Flex Configuration says of agents. */
export interface AgentSettings {
  /** Paths of the attributes that may be read, such as `routing.skills`; all others are dropped on arrival. */
  readonly attributes: readonly string[];
  /** Names of the activities whose agents are not asked for: those who are logged out. */
  readonly offline: readonly string[];
  /** Whether whoever uses Flex here may see names. */
  readonly showsNames: boolean;
}
