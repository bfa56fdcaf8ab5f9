import { HelpPanel } from '../../components/help/help-panel';
import { mountPage } from '../../components/ui/page';
import { closeBeside } from '../../utils/help/open-beside';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/help/help.css';
import '../../components/ui/forced-colors.css';

mountPage(<HelpPanel onExit={closeBeside} />).catch((error: unknown) => reportError(error));
