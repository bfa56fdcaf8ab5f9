import { makePicture } from '../../components/practice/made-picture';
import { PracticeChat } from '../../components/practice/practice-chat';
import { mountPage } from '../../components/ui/page';
import { openKeeper } from '../../utils/guard/keeper-script';
import { startShareGuard } from '../../utils/guard/share-guard';
import { installPageHooks } from '../../utils/interception/page-hooks';
import { practice } from '../../utils/sites/practice';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/practice/practice.css';
import '../../components/ui/forced-colors.css';

// Content scripts never run on a page of the extension: the same two start functions do.
installPageHooks(window);
const guard = startShareGuard(window, practice, openKeeper);

mountPage(<PracticeChat picture={makePicture()} hold={guard.hold} />).catch((error: unknown) =>
  reportError(error),
);
