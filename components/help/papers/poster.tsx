import { posterLines, type Region } from '../../../utils/help/posters';
import { useSpeech } from '../../ui/language';
import { Paper, PaperLines, Points, SourcesOfLines, WhyLines } from './paper';

/** The numbers of a region for a wall, large, and what is to be known before one of them is called. */
export function PosterPaper({ region }: { readonly region: Region }) {
  const { helpPanel } = useSpeech().words;
  const { workshop, steps } = helpPanel;
  const lines = posterLines[region];
  return (
    <Paper kind="poster">
      <header>
        <h1>{workshop.poster.heading}</h1>
        <p class="paper__lead">{helpPanel.noFault}</p>
      </header>
      <PaperLines lines={lines} />
      <WhyLines region={region} />
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
