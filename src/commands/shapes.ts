// The careers there are starters for, each with what its starter is about. The starters themselves are data:
// `templates/starters/<shape>.yaml`.

export const SHAPES = {
  engineer: 'work first, then projects, skills and education',
  graduate: 'education first, then projects and internships',
  academic: 'posts and degrees, publications, talks, grants, teaching',
  'career-changer': 'what carries over first, then the new training, the old work last',
} as const;

export type Shape = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];
