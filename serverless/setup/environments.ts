/** Where the collector is deployed; the names are those of the scripts `deploy:dev`, `deploy:uat` and `deploy:prod`. */
export const environments = {
  dev: { file: '.env.development', domainSuffix: 'dev' },
  uat: { file: '.env.uat', domainSuffix: 'uat' },
  prod: { file: '.env.production', domainSuffix: '' },
} as const;

export type EnvironmentName = keyof typeof environments;

export const environmentNames = Object.keys(environments) as EnvironmentName[];

/** By its name, or by what its file is called after: `production` is `prod`. */
export const environmentNamed = (name: string): EnvironmentName | undefined =>
  environmentNames.find((each) => each === name || environments[each].file === `.env.${name}`);

/** Unique name of the Serverless service: `serverless:deploy` takes it from package.json. */
export const serviceName = 'realtime-dashboard-serverless';

/** Path of the Function that takes events. */
export const eventFunction = '/dashboardStats';

/** Path of the Function that dashboards ask for a collection. */
export const refreshFunction = '/refreshDashboard';
