export function schemaReference(schema: object): string;
