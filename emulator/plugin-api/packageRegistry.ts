import express from 'express';

/**
 * Stands in for npm's registry, which the Twilio CLI asks about a package of its own before it does anything; mount it at
 * `/_npm`. Every package exists, in the one version that `redirectCommand.cjs` says is asking.
 */
export function packageRegistry(): express.Router {
  const router = express.Router();
  router.get('/:name', ({ params: { name }, query }, response) => {
    const version = String(query.version);
    response.json({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version } } });
  });
  return router;
}
