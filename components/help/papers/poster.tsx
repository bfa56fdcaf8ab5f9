import { communityPolice, emergency } from '../../../utils/help/hotlines';
import { posterLines, type Region } from '../../../utils/help/posters';
import { PhoneNumber, useSpeech } from '../../ui/language';
import { useOwnLines } from '../own-lines';
import { Paper, PaperLines, Points, SourcesOfLines } from './paper';

/** The numbers of a region for a wall, large, and what is to be known before one of them is called. */
export function PosterPaper({ region }: { readonly region: Region }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const { workshop, steps } = helpPanel;
  const lines = posterLines[region];
  const [police] = useOwnLines([communityPolice]);
  const slots = {
    year: number(2025),
    number: <PhoneNumber number={(police ?? communityPolice).number} />,
    emergency: <PhoneNumber number={emergency.number} />,
  };
  return (
    <Paper kind="poster">
      <header>
        <h1>{workshop.poster.heading}</h1>
        <p class="paper__lead">{helpPanel.noFault}</p>
      </header>
      <PaperLines lines={lines} />
      {region === 'federal' ? (
        <p>
          {filled(police?.replaced ? helpPanel.separateWhy : helpPanel.mergedWhy, slots)} {helpPanel.families}
        </p>
      ) : (
        <p>
          {filled(helpPanel.kurdistan.emergency, slots)} {helpPanel.kurdistan.elsewhere}
        </p>
      )}
      <div class="paper__two">
        <section>
          <h2>{helpPanel.askTitle}</h2>
          <Points items={helpPanel.ask} />
        </section>
        <section>
          <h2>{workshop.poster.helps}</h2>
          <Points
            items={(['no-pay', 'send-nothing', 'evidence', 'tell-one'] as const).map(
              (step) => steps.all[step].title,
            )}
          />
        </section>
      </div>
      <p class="paper__here">
        <strong>{workshop.poster.here}</strong>
        <span class="paper__line" />
      </p>
      <SourcesOfLines lines={lines} />
    </Paper>
  );
}
