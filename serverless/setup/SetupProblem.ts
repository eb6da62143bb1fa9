/** Why a command cannot go on: what is wrong, and what to do next. Never carries a credential. */
export class SetupProblem extends Error {}
