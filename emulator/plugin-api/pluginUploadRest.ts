import express from 'express';
import { requireAccount } from '../serverless-api/accountCredentials';

/**
 * Serves the check that `flex:plugins:deploy` sends a plugin's sources to; mount it at
 * `/_tw/flex-plugin-upload.us1.twilio.com`. It finds nothing wrong with any: what Twilio looks for is not published.
 */
export function pluginUploadRest(): express.Router {
  const router = express.Router();
  router.post('/v1/Plugin/Validate', requireAccount, (request, response) => {
    // The sources are not looked at, but have to be taken: the CLI sends them all before it reads the answer.
    request.resume().on('end', () =>
      response.json({
        request_id: 'emulated',
        api_compatibility: [],
        version_compatibility: [],
        dom_manipulation: [],
        errors: [],
      }),
    );
  });
  return router;
}
