import express, { type Request } from 'express';
import { answer, found } from './answer';
import { field } from './formFields';
import { listPage } from './listPage';
import { now, serverlessHost } from './resources';
import type { ServiceOf } from './serverlessRest';
import type { Kind, Uploadable, Version } from './ServerlessService';

/** Functions or assets of a service, with their versions. New versions come through the upload host. */
export function uploadablesRest(kind: Kind, serviceOf: ServiceOf): express.Router {
  const router = express.Router();
  const list = `/v1/Services/:service/${kind === 'functions' ? 'Functions' : 'Assets'}`;
  const one = `${list}/:owner`;
  const ownerOf = (request: Request): Uploadable =>
    found(serviceOf(request)[kind].get(request.params.owner ?? ''), request);
  const versionOf = (request: Request): Version =>
    found(
      ownerOf(request).versions.find(({ resource }) => resource.sid === request.params.version),
      request,
    );

  router.get(
    list,
    answer(200, (request) => {
      const all = [...serviceOf(request)[kind].values()].map(({ resource }) => resource);
      return listPage(request, serverlessHost, kind, all);
    }),
  );
  router.post(
    list,
    answer(201, (request) => serviceOf(request).addUploadable(kind, field(request, 'FriendlyName')).resource),
  );
  router.get(
    one,
    answer(200, (request) => ownerOf(request).resource),
  );
  router.post(
    one,
    answer(200, (request) => {
      const owner = ownerOf(request);
      const friendly_name = field(request, 'FriendlyName');
      owner.resource = { ...owner.resource, friendly_name, date_updated: now() };
      return owner.resource;
    }),
  );
  router.delete(
    one,
    answer(204, (request) => {
      serviceOf(request)[kind].delete(ownerOf(request).resource.sid);
    }),
  );
  router.get(
    `${one}/Versions`,
    answer(200, (request) => {
      const all = ownerOf(request).versions.map(({ resource }) => resource);
      return listPage(request, serverlessHost, `${kind.slice(0, -1)}_versions`, all.reverse());
    }),
  );
  router.get(
    `${one}/Versions/:version`,
    answer(200, (request) => versionOf(request).resource),
  );
  if (kind === 'functions') {
    router.get(
      `${one}/Versions/:version/Content`,
      answer(200, (request) => {
        const { resource, content } = versionOf(request);
        const { sid, account_sid, service_sid, function_sid, url } = resource;
        return {
          sid,
          account_sid,
          service_sid,
          function_sid,
          content: content.toString('utf8'),
          url: `${url}/Content`,
        };
      }),
    );
  }
  return router;
}
