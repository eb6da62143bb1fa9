import { checkReply } from './checkRefresh';
import { fine, wrong, type Finding } from './Finding';
import { saveSetting } from './planSetup';
import type { PostForm } from './postForm';
import { saveUrl } from './readAccountState';

/** Where the editor is to save through the Function: whether that is ours, and whether a browser that asks is answered. */
export async function checkSaving(
  post: PostForm,
  domain: string,
  customData: Readonly<Record<string, unknown>>,
  commands: { readonly setup: string; readonly deploy: string },
): Promise<readonly Finding[]> {
  const setting = customData[saveSetting];
  if (setting === undefined || setting === null || setting === '') return [];
  const url = saveUrl(domain);
  const reply = await post(url, {}, { Origin: 'https://flex.twilio.com' });
  return [
    setting === url
      ? fine(`Flex Configuration tells the editor to save through ${url}`)
      : wrong(
          `Flex Configuration tells the editor to save through ${JSON.stringify(setting)}, not ${url}.`,
          `${commands.setup} --save-through-function`,
        ),
    checkReply(reply, url, commands.deploy),
  ];
}
