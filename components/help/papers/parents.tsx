import { parentsPages } from '../../../utils/help/parents';
import type { Region } from '../../../utils/help/posters';
import { useSpeech } from '../../ui/language';
import { Paper, PaperCall, PaperSource, Points } from './paper';

/** All that is told to parents, on one page, with the numbers. */
export function ParentsPaper({ region }: { readonly region: Region }) {
  const { words, digits } = useSpeech();
  const { parents } = words.helpPanel;
  return (
    <Paper kind="parents">
      <h1>{parents.title}</h1>
      <div class="paper__columns">
        {parentsPages.map(({ id, fact }) => {
          const { title, says, aloud, list } = parents.all[id];
          return (
            <section key={id}>
              <h2>{title}</h2>
              {aloud.length > 0 && <p class="paper__aloud">{digits(aloud.join(' '))}</p>}
              {list.length > 0 && <Points items={list} />}
              <p>{digits(says.join(' '))}</p>
              {fact && <PaperSource fact={fact} />}
            </section>
          );
        })}
      </div>
      <PaperCall region={region} />
    </Paper>
  );
}
