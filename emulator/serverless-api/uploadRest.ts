import express, { type RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { strikeRequests } from '../strikeRequests';
import { TwilioError } from '../twilioError';
import { requireAccount } from './accountCredentials';
import { answer, answerErrors, found } from './answer';
import { field } from './formFields';
import type { Visibility } from './resources';
import type { ServerlessAccount } from './serverlessRest';
import type { Kind } from './ServerlessService';

/** Twilio's limits for what is uploaded, in bytes. */
const limits: Readonly<Record<Kind, number>> = { functions: 1024 * 1024, assets: 25 * 1024 * 1024 };

const visibilities: readonly Visibility[] = ['public', 'protected', 'private'];

/** Serves https://serverless-upload.twilio.com: takes new versions of Functions and assets, as multipart forms. */
export function uploadRest({
  services,
  faults,
}: Pick<ServerlessAccount, 'services' | 'faults'>): express.Router {
  const router = express.Router();
  router.use(requireAccount, strikeRequests(faults, 'serverless-upload'));
  for (const kind of ['functions', 'assets'] as const) {
    router.post(
      `/v1/Services/:service/${kind === 'functions' ? 'Functions' : 'Assets'}/:owner/Versions`,
      contentUpTo(limits[kind]),
      answer(201, (request) => {
        const service = found(services.find(request.params.service ?? ''), request);
        const owner = found(service[kind].get(request.params.owner ?? ''), request);
        const wanted = field(request, 'Visibility').toLowerCase();
        const visibility = visibilities.find((known) => known === wanted);
        if (!visibility) {
          throw new TwilioError(400, 20001, `Visibility must be ${visibilities.join(', ')}`);
        }
        if (!request.file) throw new TwilioError(400, 20001, 'Missing required file Content');
        const { buffer: content, mimetype: contentType } = request.file;
        const path = field(request, 'Path');
        return service.addVersion(kind, owner, { path, visibility, content, contentType }).resource;
      }),
    );
  }
  router.use(answerErrors);
  return router;
}

/** Reads the form with its one file, `Content`. */
function contentUpTo(fileSize: number): RequestHandler {
  const read = multer({ storage: multer.memoryStorage(), limits: { fileSize } }).single('Content');
  return (request, response, next) =>
    read(request, response, (error: unknown) => {
      if (!error) return next();
      const tooLarge = error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE';
      if (tooLarge) return next(new TwilioError(413, 20413, `Content has more than ${fileSize} bytes`));
      next(new TwilioError(400, 20001, error instanceof Error ? error.message : 'The form cannot be read'));
    });
}
