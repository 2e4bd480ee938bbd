// How the source is called inside of a finished file: what the writers write and `render extract` looks for.

/** Name of the attachment in a PDF. */
export const SOURCE_NAME = 'resume.yaml';
/** RFC 9512. */
export const SOURCE_TYPE = 'application/yaml';
/** Id of the data block in HTML; templates/resume.hbs has it too. */
export const SOURCE_ID = 'resume-source';
/** XML namespace of the element that holds it in a Word file. */
export const SOURCE_NAMESPACE = 'https://unpkg.com/resumewright/source';
