import { checkAnswered } from './checkAnswered';
import { fine, wrong, type Finding } from './Finding';
import { refreshSetting } from './planSetup';
import type { PostForm, Reply } from './postForm';
import { refreshUrl } from './readAccountState';

/** Whether open dashboards know whom to ask for a collection, and whether a browser that asks is answered. */
export async function checkRefresh(
  post: PostForm,
  domain: string,
  customData: Readonly<Record<string, unknown>>,
  commands: { readonly setup: string; readonly deploy: string },
): Promise<readonly Finding[]> {
  const url = refreshUrl(domain);
  // As a browser would ask, but without a token.
  const reply = await post(url, {}, { Origin: 'https://flex.twilio.com' });
  return [
    checkSetting(customData[refreshSetting], url, commands.setup),
    checkReply(reply, url, commands.deploy),
  ];
}

function checkSetting(setting: unknown, url: string, setupCommand: string): Finding {
  if (setting === url)
    return fine(`Flex Configuration tells dashboards to ask ${url} when their data is old`);
  return wrong(
    setting === undefined
      ? `Flex Configuration names no ${refreshSetting}, so dashboards cannot ask for data when theirs is old.`
      : `Flex Configuration tells dashboards to ask ${JSON.stringify(setting)} when their data is old, not ${url}.`,
    setupCommand,
  );
}

/** To a request without a token: the Function itself has to refuse it, in a reply that a page may read. */
export function checkReply(reply: Reply, url: string, deployCommand: string): Finding {
  const answer = checkAnswered(reply, url, deployCommand);
  if ('kind' in answer) return answer;
  if (answer.status < 300) {
    return wrong(`${url} lets anybody in, without a Flex token.`, `Deploy it again: ${deployCommand}`);
  }
  if (!answer.body.includes('missing-token')) {
    return wrong(
      `${url} answers ${answer.status} to a request without a Flex token, instead of the Function's own 401.`,
      `Make the Function "public" in Console > Functions, or deploy it again: ${deployCommand}`,
    );
  }
  if (answer.headers['access-control-allow-origin'] !== '*') {
    return wrong(
      `${url} answers without "Access-Control-Allow-Origin: *", so browsers keep its answers from the dashboard.`,
      `Deploy it again: ${deployCommand}`,
    );
  }
  return fine(`${url} answers browsers, and rejects requests without a Flex token (${answer.status})`);
}
