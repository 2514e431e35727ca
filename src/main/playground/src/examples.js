export const EXAMPLES = { COMMON: [{title: 'x', query: 'query X { catalogue { departments { code } } }'}] };
