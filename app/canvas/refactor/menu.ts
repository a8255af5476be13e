import type { Designer } from '../../store/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { afterLayers } from '../after-layers.ts'
import { shortcutWords } from '../shortcut-words.ts'
import { begin, offers, reasonAgainst, type Offer } from './offers.ts'

/** The refactorings as actions: for the list of commands, and on keys. */
export function refactorActions(designer: Designer) {
  return offers.map((offer) => ({
    id: `canvas.${offer.id}`,
    label: offer.label,
    ...(offer.shortcut === undefined ? {} : { shortcut: offer.shortcut }),
    isEnabled: () => {
      const scene = designer.scene()
      return offer.isShown(scene) && reasonAgainst(offer, scene) === undefined
    },
    whyNot: () => reasonAgainst(offer, designer.scene()),
    run: () => begin(designer, offer),
  }))
}

/** The refactorings of what is selected. Those that would not act say why. */
export function stepsRefactorings(designer: Designer): readonly MenuEntry[] {
  const scene = designer.scene()
  const shown = offers.filter((offer) => offer.about !== 'template' && offer.isShown(scene))
  const [first, second] = ['toParallel', 'wrapInLoop']
  return shown.flatMap((offer): MenuEntry[] => [
    ...(offer.id === first || offer.id === second ? [separator] : []),
    entryOf(designer, offer),
  ])
}

/** The refactorings of the template that is drawn, and of the file. */
export function templateRefactorings(designer: Designer): readonly MenuEntry[] {
  const scene = designer.scene()
  const shown = offers.filter((offer) => offer.about === 'template' && offer.isShown(scene))
  return shown.flatMap((offer): MenuEntry[] => [
    ...(offer.id === 'removeUnusedTemplates' && shown.length > 1 ? [separator] : []),
    entryOf(designer, offer),
  ])
}

const separator: MenuEntry = { type: 'separator' }

function entryOf(designer: Designer, offer: Offer): MenuEntry {
  const reason = reasonAgainst(offer, designer.scene())
  return {
    type: 'action',
    label: offer.label,
    disabled: reason !== undefined,
    hint: reason,
    onSelect: () => afterLayers(() => begin(designer, offer)),
    ...(offer.shortcut !== undefined && { shortcut: shortcutWords(offer.shortcut) }),
  }
}
