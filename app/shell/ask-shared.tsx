import { withShared } from '../../src/edit/index.ts'
import type { Designer, SharedQuestion } from '../store/index.ts'
import type { Confirm } from '../ui/index.ts'
import { sharedPlaces } from './shared-words.ts'
import styles from './SharedPlaces.module.css'

/** Asks what is to become of an edit that would touch what an anchor shares, and makes it in the way that was chosen. */
export async function askShared(
  { actions }: Designer,
  confirm: Confirm,
  question: SharedQuestion,
): Promise<void> {
  const { anchor, merged, choices } = question.shared
  const isForAll = choices.includes('anchor')
  const answer = await confirm({
    title: `This is shared through the anchor &${anchor}`,
    description: <Places question={question} />,
    confirmLabel: isForAll
      ? merged === undefined
        ? 'Write it out here'
        : `Write ${merged} here`
      : 'Write it out there',
    alternativeLabel: isForAll ? `Change &${anchor} for all` : undefined,
  })
  if (answer === 'cancel') return
  const choice = answer === 'confirm' ? 'expand' : 'anchor'
  actions.execute(question.userEvent, (context) => withShared(context, question.plan, choice))
}

const MOST = 8

function Places({ question: { shared, tree } }: { readonly question: SharedQuestion }) {
  const places = sharedPlaces(tree, shared)
  const shown = places.slice(0, MOST)
  return (
    <>
      <p>
        {shared.choices.includes('anchor')
          ? 'What you are about to change is written once and used in these places. Change it for all of them, or write it out where you are and leave the others as they are.'
          : 'What you are about to take away is used elsewhere. Its text can be written out there first.'}
      </p>
      <ul className={styles.places}>
        {shown.map(({ line, words, isHere }) => (
          <li key={`${String(line)} ${words}`} data-here={isHere}>
            <span className={styles.line}>line {line}</span>
            <span>{words}</span>
            {isHere && <span className={styles.here}>here</span>}
          </li>
        ))}
        {places.length > MOST && <li>and {places.length - MOST} more</li>}
      </ul>
    </>
  )
}
