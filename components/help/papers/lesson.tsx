import { type Lesson, lessons, lessonWords } from '../../../utils/help/lessons';
import type { Region } from '../../../utils/help/posters';
import { useSpeech } from '../../ui/language';
import { Paper, PaperCall, PaperSource } from './paper';

/** A lesson for a class: what it tells, the question, and under it what there is to say about each answer. */
export function LessonPaper({ lesson, region }: { readonly lesson: Lesson; readonly region: Region }) {
  const { words, digits, number, filled } = useSpeech();
  const { lessons: common } = words.helpPanel;
  const { title, says, maybe, question, answers } = lessonWords(words, lesson);
  return (
    <Paper kind="lesson">
      <p class="paper__hint">
        {filled(common.of, { n: number(lessons.indexOf(lesson) + 1), all: number(lessons.length) })}
      </p>
      <h1>{title}</h1>
      <div class="paper__says">
        {[...says, ...maybe].map((sentence) => (
          <p key={sentence}>{digits(sentence)}</p>
        ))}
      </div>
      <section class="paper__question">
        <h2>{common.paper.question}</h2>
        <p>
          <strong>{digits(question)}</strong>
        </p>
        <ul>
          {answers.map(({ id, say }) => (
            <li key={id}>{digits(say)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{common.paper.answers}</h2>
        <dl class="paper__answers">
          {answers.map(({ id, say, why }) => (
            <div key={id}>
              <dt>{digits(say)}</dt>
              <dd>{digits(why)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {lesson.threat && <PaperCall region={region} />}
      <PaperSource fact={lesson} />
      {lesson.maybe && <PaperSource fact={lesson.maybe} />}
    </Paper>
  );
}
