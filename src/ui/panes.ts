/** The three lists of the explorer, in the order of Tab. */
export const PANES = ['sources', 'entities', 'quotes'] as const;
export type PaneName = (typeof PANES)[number];
