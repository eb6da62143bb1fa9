import { account, sid } from '../account';
import { basic } from '../taskrouter/testing/restServer';
import { built, startServerlessAccount, type ServerlessAccount } from './testing/startServerlessAccount';

let twilio: ServerlessAccount;

beforeEach(async () => {
  twilio = await startServerlessAccount();
});

afterEach(async () => {
  await twilio.stop();
  expect(twilio.problems).toEqual([]);
});

const services = () => twilio.client().serverless.v1.services;
/** The service as it was made, and what leads to everything in it. */
const create = async (name = 'shop') => {
  const made = await services().create({ uniqueName: name, friendlyName: `The ${name}` });
  const { environments, functions, assets, builds } = services()(made.sid);
  return { made, sid: made.sid, environments, functions, assets, builds };
};
const refused = (status: number, code: number, message = '') =>
  expect.objectContaining({ status, code, message: expect.stringContaining(message) as string });

/** A service with a Function that was uploaded once. */
async function withFunction() {
  const service = await create();
  const owner = await service.functions.create({ friendlyName: '/hello' });
  const address = `Services/${service.sid}/Functions/${owner.sid}`;
  const content = 'exports.handler = (context, event, callback) => callback(null, "hello");';
  const { body } = await twilio.upload(address, { path: '/hello', visibility: 'protected', content });
  return { service, owner, address, content, version: String(body.sid), uploaded: body };
}

describe('services', () => {
  test('are found by SID and by unique name', async () => {
    const { made } = await create();

    expect(made).toMatchObject({
      uniqueName: 'shop',
      friendlyName: 'The shop',
      includeCredentials: true,
      uiEditable: false,
      domainBase: 'shop-1234',
    });
    expect((await services()('shop').fetch()).sid).toBe(made.sid);
    expect((await services()(made.sid).fetch()).uniqueName).toBe('shop');
  });

  test('are listed page by page', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await create(name);

    const all = await services().list({ pageSize: 2 });
    expect(all.map(({ uniqueName }) => uniqueName)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are changed', async () => {
    await create();
    const changed = await services()('shop').update({ uiEditable: true, includeCredentials: false });

    expect(changed).toMatchObject({ uiEditable: true, includeCredentials: false, friendlyName: 'The shop' });
  });

  test('are gone when deleted, and their name is free', async () => {
    const first = await create();
    await services()(first.sid).remove();

    await expect(services()('shop').fetch()).rejects.toEqual(refused(404, 20404));
    const second = await create();
    expect(second.sid).not.toBe(first.sid);
    expect(second.made.domainBase).not.toBe(first.made.domainBase);
  });

  test('refuse a name that is taken', async () => {
    await create();
    await expect(create()).rejects.toEqual(refused(409, 20409));
  });

  test.each(['', 'a b', 'x'.repeat(51)])('refuse the name "%s"', async (name) => {
    await expect(create(name)).rejects.toEqual(refused(400, 20001));
  });

  test('refuse wrong credentials', async () => {
    const { services: others } = twilio.client('wrong').serverless.v1;
    await expect(others.list()).rejects.toEqual(refused(401, 20003));
  });

  test.each(['PageSize=0', 'PageSize=1001', 'Page=x'])('refuse a list with %s', async (query) => {
    const headers = { authorization: basic(account.accountSid, account.authToken) };
    const { status } = await twilio.ask(`serverless.twilio.com/v1/Services?${query}`, { headers });
    expect(status).toBe(400);
  });
});

describe('environments', () => {
  test('have a domain of their own', async () => {
    const service = await create();
    await service.environments.create({ uniqueName: 'dev-environment', domainSuffix: 'dev' });
    await service.environments.create({ uniqueName: 'production' });

    expect(await service.environments.list()).toMatchObject([
      {
        uniqueName: 'dev-environment',
        domainSuffix: 'dev',
        domainName: 'shop-1234-dev.twil.io',
        buildSid: null,
      },
      { uniqueName: 'production', domainSuffix: null, domainName: 'shop-1234.twil.io' },
    ]);
  });

  test.each([
    ['a name', { uniqueName: 'production', domainSuffix: 'other' }, 409],
    ['a suffix', { uniqueName: 'other' }, 409],
    ['a suffix of 17 characters', { uniqueName: 'other', domainSuffix: 'x'.repeat(17) }, 400],
  ])('refuse %s that is taken or too long', async (_, wanted, status) => {
    const service = await create();
    await service.environments.create({ uniqueName: 'production' });

    await expect(service.environments.create(wanted)).rejects.toMatchObject({ status });
  });

  test('are gone when deleted', async () => {
    const service = await create();
    const environment = await service.environments.create({ uniqueName: 'production' });
    await service.environments(environment.sid).remove();

    expect(await service.environments.list()).toEqual([]);
    await expect(service.environments(environment.sid).fetch()).rejects.toEqual(refused(404, 20404));
  });
});

describe('variables', () => {
  const variables = async () => {
    const service = await create();
    const { sid: environment } = await service.environments.create({ uniqueName: 'production' });
    return service.environments(environment).variables;
  };

  test('are created, changed, listed and deleted', async () => {
    const list = await variables();
    const colour = await list.create({ key: 'COLOUR', value: 'blue' });
    await list.create({ key: 'SIZE', value: 'large' });
    await list(colour.sid).update({ value: 'red' });
    expect((await list.list()).map(({ key, value }) => [key, value])).toEqual([
      ['COLOUR', 'red'],
      ['SIZE', 'large'],
    ]);
    await list(colour.sid).remove();

    expect((await list.list()).map(({ key }) => key)).toEqual(['SIZE']);
    await expect(list(colour.sid).fetch()).rejects.toEqual(refused(404, 20404));
  });

  test('take 450 bytes and no more', async () => {
    const list = await variables();
    await list.create({ key: 'FITS', value: 'é'.repeat(225) });

    await expect(list.create({ key: 'LONG', value: 'é'.repeat(226) })).rejects.toEqual(
      refused(400, 20001, '450'),
    );
  });

  test('refuse a key that is there already', async () => {
    const list = await variables();
    await list.create({ key: 'COLOUR', value: 'blue' });
    await expect(list.create({ key: 'COLOUR', value: 'red' })).rejects.toEqual(refused(409, 20409));
  });

  test.each(['', 'a b', 'x'.repeat(129)])('refuse the key "%s"', async (key) => {
    await expect((await variables()).create({ key, value: 'x' })).rejects.toEqual(refused(400, 20001));
  });
});

describe('versions', () => {
  test('keep what was uploaded', async () => {
    const { service, owner, version, content, uploaded } = await withFunction();
    const context = services()(service.sid).functions(owner.sid).functionVersions(version);

    expect(await context.fetch()).toMatchObject({
      sid: version,
      functionSid: owner.sid,
      path: uploaded.path,
      visibility: 'protected',
      url: uploaded.url,
    });
    expect((await context.functionVersionContent().fetch()).content).toBe(content);
  });

  test('of assets keep theirs', async () => {
    const service = await create();
    const owner = await service.assets.create({ friendlyName: 'logo' });
    const address = `Services/${service.sid}/Assets/${owner.sid}`;
    const { status, body } = await twilio.upload(address, { path: 'logo.svg', content: '<svg/>' });

    expect([status, body.path]).toEqual([201, '/logo.svg']);
    expect(await service.assets(owner.sid).assetVersions.list()).toMatchObject([
      { path: '/logo.svg', visibility: 'public' },
    ]);
  });

  test.each([
    ['a Function that is not there', { path: '/x' }, sid('ZH', 99), 404],
    ['a path that leads out', { path: '/../x' }, undefined, 400],
    ['another visibility', { path: '/x', visibility: 'secret' }, undefined, 400],
    [
      'a Function of more than a megabyte',
      { path: '/x', content: ' '.repeat(1024 * 1024 + 1) },
      undefined,
      413,
    ],
  ])('refuse %s', async (_, wanted, other, status) => {
    const { service, owner } = await withFunction();
    const address = `Services/${service.sid}/Functions/${other ?? owner.sid}`;

    expect(await twilio.upload(address, { content: '', ...wanted })).toMatchObject({ status });
  });
});

describe('builds', () => {
  test('are building, then completed, and list what is in them', async () => {
    const { service, owner, version } = await withFunction();
    const build = await service.builds.create({
      functionVersions: [version],
      dependencies: JSON.stringify([{ name: 'twilio', version: '*' }]),
      runtime: 'node20',
    });

    expect(build).toMatchObject({
      status: 'building',
      runtime: 'node20',
      dependencies: [{ name: 'twilio', version: '*' }],
      functionVersions: [{ sid: version, function_sid: owner.sid, path: '/hello', visibility: 'PROTECTED' }],
      assetVersions: [],
    });
    expect(await built(twilio.client(), service.sid, build.sid)).toBe('completed');
    expect(await service.builds.list()).toMatchObject([{ sid: build.sid, status: 'completed' }]);
  });

  test('take dependencies as the Serverless Toolkit writes them', async () => {
    const service = await create();
    const build = await service.builds.create({ dependencies: '"[{"name":"twilio","version":"*"}]"' });

    expect(build.dependencies).toEqual([{ name: 'twilio', version: '*' }]);
  });

  test.each([undefined, 'latest'])('run on node22 given the runtime %s', async (runtime) => {
    const service = await create();
    expect((await service.builds.create({ ...(runtime && { runtime }) })).runtime).toBe('node22');
  });

  test.each(['2.1.0', '2.0.3', '^2.0.1'])('refuse the runtime handler %s', async (version) => {
    const service = await create();
    const dependencies = JSON.stringify([{ name: '@twilio/runtime-handler', version }]);

    await expect(service.builds.create({ dependencies })).rejects.toEqual(
      refused(400, 20001, `No matching version found for @twilio/runtime-handler@${version}`),
    );
  });

  test.each(['node18', 'node23', 'deno'])('refuse the runtime %s', async (runtime) => {
    const service = await create();
    await expect(service.builds.create({ runtime })).rejects.toEqual(refused(400, 20001, runtime));
  });

  test('refuse versions of no Function of the service', async () => {
    const { version } = await withFunction();
    const other = await create('other');

    await expect(other.builds.create({ functionVersions: [version] })).rejects.toEqual(
      refused(400, 20001, version),
    );
  });

  test('refuse a path that two versions have', async () => {
    const { service, address, version } = await withFunction();
    const { body } = await twilio.upload(address, { path: '/hello', content: '' });

    await expect(service.builds.create({ functionVersions: [version, String(body.sid)] })).rejects.toEqual(
      refused(400, 20001, '/hello'),
    );
  });

  test.each(['no JSON', '{}', '[{"name":"twilio"}]'])('refuse the dependencies %s', async (dependencies) => {
    const service = await create();
    await expect(service.builds.create({ dependencies })).rejects.toEqual(refused(400, 20001));
  });

  test.each([
    ['that nobody has', [{ name: 'no-such-package', version: '1.0.0' }]],
    ['in another version', [{ name: 'twilio', version: '1.0.0' }]],
  ])('fail given a dependency %s', async (_, dependencies) => {
    const service = await create();
    const build = await service.builds.create({ dependencies: JSON.stringify(dependencies) });

    expect(await built(twilio.client(), service.sid, build.sid)).toBe('failed');
    const environment = await service.environments.create({ uniqueName: 'production' });
    await expect(
      service.environments(environment.sid).deployments.create({ buildSid: build.sid }),
    ).rejects.toEqual(refused(400, 20001, 'failed'));
    expect((await service.environments(environment.sid).fetch()).buildSid).toBeNull();
  });
});

describe('deployments', () => {
  test('say which build an environment has', async () => {
    const { service, environment, build } = await twilio.deploy('shop', {});
    const context = services()(service).environments(environment);

    expect(await context.fetch()).toMatchObject({ buildSid: build });
    const [deployment] = await context.deployments.list();
    expect(await context.deployments(deployment?.sid ?? '').fetch()).toMatchObject({ buildSid: build });
  });

  test('refuse a build that is not there', async () => {
    const { service, environment } = await twilio.deploy('shop', {});
    const { deployments } = services()(service).environments(environment);

    await expect(deployments.create({ buildSid: sid('ZB', 99) })).rejects.toEqual(refused(404, 20404));
  });

  test('keep their build from being deleted', async () => {
    const { service, build } = await twilio.deploy('shop', {});
    await expect(services()(service).builds(build).remove()).rejects.toEqual(refused(400, 20001));
  });
});

describe('an ordered fault', () => {
  test('makes the API misbehave, for the requests that it names', async () => {
    twilio.faults.order({
      target: 'serverless-api',
      times: 1,
      status: 429,
      code: 20429,
      request: 'POST /v1/Services',
    });

    expect(await services().list()).toEqual([]);
    await expect(create()).rejects.toEqual(refused(429, 20429));
    expect((await create()).made.uniqueName).toBe('shop');
  });

  test('makes an upload misbehave', async () => {
    const { address } = await withFunction();
    twilio.faults.order({ target: 'serverless-upload', times: 1, status: 429 });

    expect(await twilio.upload(address, { path: '/x', content: '' })).toMatchObject({ status: 429 });
    expect(await twilio.upload(address, { path: '/x', content: '' })).toMatchObject({ status: 201 });
  });

  test('makes a build fail', async () => {
    twilio.faults.order({ target: 'serverless-build', times: 1, status: 500 });
    const service = await create();
    const { sid: build } = await service.builds.create();

    expect(await built(twilio.client(), service.sid, build)).toBe('failed');
  });
});
