/** The help beside the pages, as the browser itself opens it: no tab, and no page to Playwright. */
export interface BesidePanel {
  /** Runs an expression in it; what it gives is JSON. */
  evaluate(expression: string): Promise<unknown>;
  isOpen(): Promise<boolean>;
}

/** Of the panel's page, in an address. */
export const panelPage = '/sidepanel.html';
