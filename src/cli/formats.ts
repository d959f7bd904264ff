/** The first is the one that nobody needs to ask for. */
export const formats = ['terminal', 'json', 'markdown'] as const;
export const reportFormats = [...formats, 'csv', 'sarif', 'github', 'gitlab', 'junit'] as const;
