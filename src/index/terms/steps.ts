/**
 * Counts in steps: low counts are exact, higher ones are rounded to the middle of a step. What is weighed by how often it
 * stands in a corpus would else weigh a little less in all articles whenever one article is added.
 *
 * @param ratio of the ends of a step, as long as a step is more than one count
 */
function stepsOf(ratio: number): (count: number) => number {
  const starts = [0, 1];
  return (count) => {
    while (starts.at(-1)! <= count) starts.push(Math.max(starts.at(-1)! + 1, Math.floor(starts.at(-1)! * ratio)));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= count) low = middle;
      else high = middle - 1;
    }
    return (starts[low]! + starts[low + 1]! - 1) / 2;
  };
}

/** How many articles there are, and how many words, is rounded to these steps: when it passes one, all is weighed anew. */
export const ofAll = stepsOf(1.05);
/** How many articles have a word, and how often it stands in them. */
export const ofWords = stepsOf(1.2);
