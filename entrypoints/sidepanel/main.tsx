import { HelpPanel } from '../../components/help/help-panel';
import { mountPage } from '../../components/ui/page';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/help/help.css';
import '../../components/ui/forced-colors.css';

mountPage(<HelpPanel onExit={() => window.close()} />).catch((error: unknown) => reportError(error));
