/**
 * Walks every screen of the help panel, each by the way that leads to it, and looks at each. Runs in the page and
 * stands alone.
 *
 * @param look the name of a function of the window that tells what is wrong, a line for each fault
 * @returns how many screens there were, and what is wrong with which
 */
export async function walkHelp({ look, asked }: { readonly look: string; readonly asked: unknown }) {
  type Looks = Readonly<Record<string, (asked: unknown) => Promise<readonly string[]> | readonly string[]>>;
  const faultsOf = (window as unknown as Looks)[look];
  if (!faultsOf) throw new Error(`The window has no ${look}.`);
  const choose = async (selector: string) => {
    document.querySelector<HTMLElement>(selector)?.click();
    await new Promise((done) => setTimeout(done));
  };
  const now = () => document.querySelector<HTMLElement>('.panel')?.dataset.screen;
  const ways = new Map<string, readonly string[]>([['first', []]]);
  const found: string[] = [];
  for (const [screen, way] of ways) {
    while (now() !== 'first') await choose('header [data-go]');
    for (const step of way) await choose(`main [data-go="${step}"]`);
    // A lesson's question with one of its answers explained.
    if (document.querySelector('[data-answer]')) await choose('[data-answer]');
    for (const fault of await faultsOf(asked)) found.push(`${screen}: ${fault}`);
    for (const { dataset } of document.querySelectorAll<HTMLElement>('main [data-go]')) {
      if (dataset.go && !ways.has(dataset.go)) ways.set(dataset.go, [...way, dataset.go]);
    }
  }
  return { screens: ways.size, found };
}
