import browser from 'webextension-polyfill';
import { PracticeChat, type PracticeGuard } from '../../components/practice/practice-chat';
import { makePictures } from '../../components/practice/practice-pictures';
import { mountPage } from '../../components/ui/page';
import { blobSource } from '../../utils/bytes/blob-source';
import { keeperOf } from '../../utils/guard/keeper-script';
import { startShareGuard } from '../../utils/guard/share-guard';
import { openBeside } from '../../utils/help/open-beside';
import { installPageHooks } from '../../utils/interception/page-hooks';
import { inspectFile } from '../../utils/metadata/inspect-file';
import { practice } from '../../utils/sites/practice';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/help/help.css';
import '../../components/practice/practice.css';
import '../../components/ui/forced-colors.css';

// Content scripts never run on a page of the extension: the same two start functions do.
installPageHooks(window);
const start = () => startShareGuard(window, async (side) => keeperOf(practice, side));
let running: ReturnType<typeof start> | null = start();

const guard: PracticeGuard = {
  hold: (share) => (running ? running.hold(share) : share.release(share.files)),
  switch(on) {
    running?.stop();
    running = on ? start() : null;
  },
};

async function mount(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  const beside = openBeside(id ?? -1);
  const inspect = (file: File) => inspectFile(blobSource(file));
  await mountPage(
    <PracticeChat guard={guard} makePictures={makePictures} inspect={inspect} beside={beside} />,
  );
}

mount().catch((error: unknown) => reportError(error));
